import pytest, datetime as dt
from django.utils import timezone
from django.contrib.auth.models import Group
from news.desk import document, workflow
from news.models import *
from portal.accounts.models import User
pytestmark = pytest.mark.django_db
def test_all():
    u = User.objects.create(username="a", full_name="A"); u.groups.add(Group.objects.get(name="writer"))
    p = User.objects.create(username="b", full_name="B"); p.groups.add(Group.objects.get(name="publisher"))
    c = Category.objects.create(name="Tin", slug="tin")
    per = Person.objects.create(full_name="Trần Văn Đức"); ag = Agency.objects.create(name="Sở X")
    d = document.empty() | {"title":"Xin chào Đà Nẵng","body":"<p onclick=x>Hòa<script>1</script></p>","category":c.pk,"tags":["Số"],
     "delegations":[{"side":"host","agency":ag.pk,"heading":"Về phía","attendances":[{"kind":"person","person":per.pk,"name":"Trần Văn Đức"}]}],"agencies":[{"agency":ag.pk}]}
    a = workflow.create(d, by=u)
    assert a.open_edition.slug == "xin-chao-da-nang", a.open_edition.slug
    assert a.open_edition.body == "<p>Hòa</p>"
    a = workflow.submit(a, by=u); a = workflow.approve(a, by=p); a = workflow.publish(a, by=p)
    assert Edition.objects.live().count() == 1
    a = workflow.correct(a, by=p)
    a = workflow.schedule(a, timezone.now()+dt.timedelta(days=1), by=p, reason="x")
    assert Edition.objects.live().get().ordinal == 1
    assert Edition.objects.live(timezone.now()+dt.timedelta(days=2)).get().ordinal == 2
    a = workflow.unschedule(a, by=p)
    e = a.open_edition
    doc = document.read(e); document.write(e, doc, by=p); assert document.read(Edition.objects.get(pk=e.pk)) == doc
    with pytest.raises(Exception): document.write(e, doc, by=p, base_version=1)
    a = workflow.withdraw(a, by=p, reason="x", public_reason="y")
    assert not Edition.objects.live().exists()
