"""Every address of the portal, public and staff, with a way to make one. The sweeps walk this list.

Paths are written out and not made with `reverse`: an address is a promise to everybody who linked to it, and changing one
must show here. test_addresses.py fails when a URL name is missing from the list or listed without being there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from news.desk import consent
from news.importing import dropping
from news.photos import renditions
from portal.accounts.models import AuditEntry, SignIn
from portal.narration import files as sound_files
from tests import make


class World:
    """A small site with one of everything, in both languages; `draft` is what no reader may find."""

    def __init__(self):
        make.site_settings()
        self.category = make.category(
            "Tin hoạt động", name_en="Activities", slug="tin-hoat-dong", on_home=True
        )
        self.page = make.page("Giới thiệu", title_en="About", slug="gioi-thieu")
        self.agency, self.person = make.agency("Cục Sở hữu trí tuệ"), make.person("Đinh Hữu Phí")
        self.item = make.menu_item(category=self.category)
        make.menu_item(page=self.page, place="footer")
        self.tag, self.entry = make.tag("Số hóa"), make.glossary_entry()
        self.photo, self.file = make.picture(), make.document_file()
        self.film, self.subtitles = make.film(), make.subtitles()
        self.article = make.published(title="Làm việc với Đà Nẵng", **self._content())
        group = {"language": "en", "translation_of": self.article}
        self.english = make.published(title="Meeting in Da Nang", **group, **self._content())
        self.recording = make.recording(self.article)
        self.draft = make.draft(title="Bản nháp", category=self.category)

    def _content(self) -> dict:
        side = make.delegation(make.attendee(self.person), agency=self.agency)
        return {
            "category": self.category,
            "delegations": [side],
            "captions": [make.caption(self.photo)],
            "attachments": [make.attachment(self.file, name="ke-hoach.pdf")],
            "videos": [make.video(file=self.film, subtitles=self.subtitles, poster=self.photo)],
            "tags": ["Số hóa"],
            "at": "2022-05-17 11:30",
        }

    @cached_property
    def attachment(self):
        return self.article.last_release.attachments.get()

    @cached_property
    def video(self):
        return self.article.last_release.videos.get()

    @cached_property
    def sign_in(self):
        return SignIn.objects.create(username="ai-do", result=SignIn.Result.SUCCESS)

    @cached_property
    def emergency(self):
        return make.emergency()

    @cached_property
    def start_text(self):
        return make.start_text()

    @cached_property
    def rate(self):
        return make.royalty_rate()

    @cached_property
    def base(self):
        return make.royalty_base()

    @cached_property
    def closed(self) -> str:
        """A month of royalties that is closed; the month before it is open."""
        return f"{make.royalty_closing(month=date(2022, 5, 1)).month:%Y-%m}"

    @cached_property
    def difficulty(self):
        return make.difficulty()

    @cached_property
    def old_address(self):
        return make.old_address("/index.php?id=12", article=self.article)

    @cached_property
    def hiding(self):
        """Of another person, and over: what a person in force does to every page is in tests/test_hiding.py."""
        return make.lifted_hiding()

    @cached_property
    def secret(self) -> str:
        """Of a link that shows a draft with a photo and a file."""
        shown = make.draft(title="Xin ý kiến", captions=[make.caption(self.photo)],
                           attachments=[make.attachment(self.file, name="ke-hoach.pdf")])  # fmt: skip
        return consent.ask(shown, by=None, leader="Ông Trần Văn Bình, Giám đốc")[1]

    @cached_property
    def held(self):
        """A dropped file that waits for a word about its tracked changes; somebody else's for everybody who looks."""
        return dropping.hold("tin.txt", "Sở làm việc với xã Bình An\n\nHai bên gặp nhau.".encode(), by=None)

    @cached_property
    def proposed(self):
        held = dropping.hold("bai.txt", "Sở họp giao ban\n\nSáng nay, Sở họp.".encode(), by=None)
        return dropping.begin(held, by=None).article

    @cached_property
    def user(self):
        return make.user("publisher")


@dataclass(frozen=True)
class Address:
    """`name` is the URL name with its namespace; `path` makes one of its addresses in a World."""

    name: str
    path: Callable[[World], str]


# Pages that are the same bytes for everybody.
PUBLIC = [
    Address("site:home", lambda world: "/"),
    Address("site:article", lambda world: f"/tin-tuc/lam-viec-voi-da-nang-{world.article.number}/"),
    Address("site:category", lambda world: "/chuyen-muc/tin-hoat-dong/"),
    Address("site:agency", lambda world: f"/co-quan/cuc-so-huu-tri-tue-{world.agency.pk}/"),
    Address("site:person", lambda world: f"/nhan-su/dinh-huu-phi-{world.person.pk}/"),
    Address("site:tag", lambda world: "/tu-khoa/so-hoa/"),
    Address("site:page", lambda world: "/trang/gioi-thieu/"),
    Address("site:register", lambda world: "/ai-gap-ai/"),
    Address("site:open_data", lambda world: "/du-lieu-mo/"),
    Address("site:abbreviations", lambda world: "/bang-chu-viet-tat/"),
    Address("site:feeds", lambda world: "/kenh-tin/"),
    Address("site:archive", lambda world: "/luu-tru/"),
    Address("site:archive_year", lambda world: "/luu-tru/2022/"),
    Address("site:archive_month", lambda world: "/luu-tru/2022/05/"),
    Address("site:archive_day", lambda world: "/luu-tru/2022/05/17/"),
    Address("site-en:home", lambda world: "/en/"),
    Address("site-en:article", lambda world: f"/en/news/meeting-in-da-nang-{world.english.number}/"),
    Address("site-en:category", lambda world: "/en/category/tin-hoat-dong/"),
    Address("site-en:agency", lambda world: f"/en/agency/cuc-so-huu-tri-tue-{world.agency.pk}/"),
    Address("site-en:person", lambda world: f"/en/person/dinh-huu-phi-{world.person.pk}/"),
    Address("site-en:tag", lambda world: "/en/tag/so-hoa/"),
    Address("site-en:page", lambda world: "/en/page/gioi-thieu/"),
    Address("reader:voices", lambda world: "/doc/giong-doc/"),
    Address("reader:voices_of", lambda world: "/doc/giong-doc/android/"),
    Address("reader-en:voices", lambda world: "/en/doc/giong-doc/"),
    Address("reader-en:voices_of", lambda world: "/en/doc/giong-doc/windows/"),
    Address("reader:statement", lambda world: "/doc/tuyen-bo/"),
    Address("reader-en:statement", lambda world: "/en/doc/tuyen-bo/"),
    Address("site-en:register", lambda world: "/en/who-met-whom/"),
    Address("site-en:open_data", lambda world: "/en/open-data/"),
    Address("site-en:abbreviations", lambda world: "/en/abbreviations/"),
    Address("site-en:feeds", lambda world: "/en/feeds/"),
    Address("site-en:archive", lambda world: "/en/archive/"),
    Address("site-en:archive_year", lambda world: "/en/archive/2022/"),
    Address("site-en:archive_month", lambda world: "/en/archive/2022/05/"),
    Address("site-en:archive_day", lambda world: "/en/archive/2022/05/17/"),
]

# The same for everybody too, but no page.
FILES = [
    Address(
        "site:article_text", lambda world: f"/tin-tuc/lam-viec-voi-da-nang-{world.article.number}/ban-chu.txt"
    ),
    Address(
        "site-en:article_text",
        lambda world: f"/en/news/meeting-in-da-nang-{world.english.number}/text-only.txt",
    ),
    Address("site:feed", lambda world: "/tin-tuc/rss.xml"),
    Address("site:podcast", lambda world: "/tin-tuc/podcast.xml"),
    Address("site:category_feed", lambda world: "/chuyen-muc/tin-hoat-dong/feed.json"),
    Address("site:agency_feed", lambda world: f"/co-quan/cuc-so-huu-tri-tue-{world.agency.pk}/rss.xml"),
    Address("site-en:feed", lambda world: "/en/news/feed.json"),
    Address("site-en:podcast", lambda world: "/en/news/podcast.xml"),
    Address("site-en:category_feed", lambda world: "/en/category/tin-hoat-dong/rss.xml"),
    Address("site-en:agency_feed", lambda world: f"/en/agency/cuc-so-huu-tri-tue-{world.agency.pk}/rss.xml"),
    Address("site:robots", lambda world: "/robots.txt"),
    Address("site:abbreviations_file", lambda world: "/bang-chu-viet-tat/bang-chu-viet-tat.json"),
    Address("site:data_file", lambda world: "/du-lieu-mo/attendances.csv"),
    Address("site:data_schema", lambda world: "/du-lieu-mo/schema/people.json"),
    Address("reader:live_style", lambda world: "/doc/xem-ngay.css"),
    Address("reader-en:live_style", lambda world: "/en/doc/xem-ngay.css"),
    Address("photo", lambda world: renditions.address(world.photo, "free", 60, "jpg")),
    Address("attachment", lambda world: f"/tep/{world.attachment.pk}/ke-hoach.pdf"),
    Address("sound", lambda world: sound_files.sound_address(world.recording)),
    Address("sound-marks", lambda world: sound_files.marks_address(world.recording)),
    Address("sound-transcript", lambda world: sound_files.transcript_address(world.recording)),
    Address("film", lambda world: f"/video/{world.video.pk}/phim.mp4"),
    Address("subtitles", lambda world: f"/video/{world.video.pk}/phu-de.vtt"),
]

# What depends on the reader's own cookie, and is private for that reason.
OWN = [
    Address("reader:preferences", lambda world: "/doc/tuy-chinh/"),
    Address("reader:style", lambda world: "/doc/tuy-chinh.css"),
    Address("reader:report", lambda world: "/doc/bao-cho-kho-dung/"),
    Address("reader:report_sent", lambda world: "/doc/bao-cho-kho-dung/da-nhan/"),
    Address("reader-en:report", lambda world: "/en/doc/bao-cho-kho-dung/"),
    Address("reader-en:report_sent", lambda world: "/en/doc/bao-cho-kho-dung/da-nhan/"),
    Address("reader-en:preferences", lambda world: "/en/doc/tuy-chinh/"),
    Address("reader-en:style", lambda world: "/en/doc/tuy-chinh.css"),
]

# For the one person who was sent the secret; nobody keeps an answer.
SECRET = [
    Address("leader", lambda world: f"/xem-truoc/{world.secret}/"),
    Address("leader-photo", lambda world: f"/xem-truoc/{world.secret}/anh/{world.photo.pk}/free-60.jpg"),
    Address("leader-file", lambda world: f"/xem-truoc/{world.secret}/tep/{world.file.pk}/ke-hoach.pdf"),
]

# Asked by machines that watch over the server.
WATCH = [
    Address("healthz", lambda world: "/healthz"),
    Address("readyz", lambda world: "/readyz"),
]

# Staff pages that also a stranger may open: the way in and out.
DOORS = [
    Address("admin:login", lambda world: "/quan-tri/login/"),
    Address("admin:logout", lambda world: "/quan-tri/logout/"),
    Address("admin:jsi18n", lambda world: "/quan-tri/jsi18n/"),
    Address("account_login", lambda world: "/quan-tri/dang-nhap/"),
    Address("start-again", lambda world: "/quan-tri/dang-nhap/lai-tu-dau/"),
    Address("mfa_authenticate", lambda world: "/quan-tri/dang-nhap/ma/"),
    Address("mfa_trust", lambda world: "/quan-tri/dang-nhap/may-nay/"),
    Address("mfa_login_webauthn", lambda world: "/quan-tri/dang-nhap/khoa/"),
    Address("openid_connect_login", lambda world: "/quan-tri/dang-nhap/co-quan/oidc/"),
    Address("openid_connect_callback", lambda world: "/quan-tri/dang-nhap/co-quan/oidc/tra-ve/"),
    Address("one-time-link", lambda world: "/quan-tri/lien-ket/khong-co/"),
]

# One's own sign-in: for everybody who is signed in, and about nobody else.
SIGN_IN = [
    Address("account_reauthenticate", lambda world: "/quan-tri/xac-nhan/mat-khau/"),
    Address("mfa_reauthenticate", lambda world: "/quan-tri/xac-nhan/ma/"),
    Address("mfa_reauthenticate_webauthn", lambda world: "/quan-tri/xac-nhan/khoa/"),
    Address("mfa_index", lambda world: "/quan-tri/bao-mat/"),
    Address("mfa_activate_totp", lambda world: "/quan-tri/bao-mat/ung-dung/"),
    Address("mfa_deactivate_totp", lambda world: "/quan-tri/bao-mat/ung-dung/bo/"),
    Address("mfa_view_recovery_codes", lambda world: "/quan-tri/bao-mat/ma-khoi-phuc/"),
    Address("mfa_generate_recovery_codes", lambda world: "/quan-tri/bao-mat/ma-khoi-phuc/tao/"),
    Address("mfa_download_recovery_codes", lambda world: "/quan-tri/bao-mat/ma-khoi-phuc/tai-ve/"),
    Address("mfa_list_webauthn", lambda world: "/quan-tri/bao-mat/khoa/"),
    Address("mfa_add_webauthn", lambda world: "/quan-tri/bao-mat/khoa/them/"),
    Address("mfa_edit_webauthn", lambda world: "/quan-tri/bao-mat/khoa/1/doi-ten/"),
    Address("mfa_remove_webauthn", lambda world: "/quan-tri/bao-mat/khoa/1/bo/"),
]

STAFF = [
    Address("admin:index", lambda world: "/quan-tri/"),
    Address("admin:password_change", lambda world: "/quan-tri/password_change/"),
    Address("admin:password_change_done", lambda world: "/quan-tri/password_change/done/"),
    Address("admin:autocomplete", lambda world: "/quan-tri/autocomplete/"),
    Address("admin:view_on_site", lambda world: "/quan-tri/r/1/1/"),
    Address("admin:app_list", lambda world: "/quan-tri/news/"),
    Address("admin:accounts_user_link", lambda world: f"/quan-tri/accounts/user/{world.user.pk}/lien-ket/"),
    Address("admin:accounts_user_act", lambda world: f"/quan-tri/accounts/user/{world.user.pk}/viec/khoa/"),
    Address("staff-photo", lambda world: renditions.staff_address(world.photo)),
    Address("staff-sound", lambda world: f"/quan-tri/ban-ghi/{world.recording.narration_id}/"),
    *(
        Address(
            f"admin:accessibility_narration_{name}",
            lambda world, word=word: (
                f"/quan-tri/accessibility/narration/{world.recording.narration_id}/{word}/"
            ),
        )
        for name, word in {"again": "lam-lai", "own": "nguoi-doc", "machine": "giong-may"}.items()
    ),
    Address("voice-sample", lambda world: "/quan-tri/nghe-thu/?text=s%E1%BB%9F&language=vi"),
    Address("staff-file", lambda world: f"/quan-tri/tep/{world.file.pk}/ke-hoach.pdf"),
    Address("admin:news_article_step", lambda world: f"/quan-tri/news/article/{world.draft.pk}/buoc/submit/"),
    Address(
        "admin:news_article_preview", lambda world: f"/quan-tri/news/article/{world.draft.pk}/xem-truoc/"
    ),
    Address(
        "admin:news_emergencynotice_end",
        lambda world: f"/quan-tri/news/emergencynotice/{world.emergency.pk}/dung/",
    ),
    Address("admin:news_person_duplicates", lambda world: "/quan-tri/news/person/trung/"),
    Address("admin:news_person_merge", lambda world: f"/quan-tri/news/person/{world.person.pk}/gop/"),
    Address("admin:news_agency_duplicates", lambda world: "/quan-tri/news/agency/trung/"),
    Address("admin:news_agency_merge", lambda world: f"/quan-tri/news/agency/{world.agency.pk}/gop/"),
    Address("admin:news_agency_reorganize", lambda world: "/quan-tri/news/agency/sap-nhap/"),
    Address(
        "admin:news_glossaryentry_articles",
        lambda world: f"/quan-tri/news/glossaryentry/{world.entry.pk}/tin/",
    ),
    Address("admin:news_glossaryentry_import", lambda world: "/quan-tri/news/glossaryentry/nhap/"),
    Address("admin:news_oldaddress_import", lambda world: "/quan-tri/news/oldaddress/nhap/"),
    Address("admin:news_person_hide", lambda world: f"/quan-tri/news/person/{world.person.pk}/an/"),
    Address(
        "admin:news_article_title",
        lambda world: f"/quan-tri/news/article/{world.draft.pk}/chuc-vu/{world.person.pk}/",
    ),
    Address("admin:news_mail", lambda world: "/quan-tri/news/article/thu-bao/"),
    Address("admin:news_keys", lambda world: "/quan-tri/news/article/phim-tat/"),
    Address("admin:news_article_copy", lambda world: f"/quan-tri/news/article/{world.draft.pk}/nhan-ban/"),
    Address("admin:news_article_leader", lambda world: f"/quan-tri/news/article/{world.draft.pk}/lanh-dao/"),
    Address(
        "admin:news_article_frame", lambda world: f"/quan-tri/news/article/{world.draft.pk}/xem-truoc/khung/"
    ),
    Address(
        "admin:news_article_conflict", lambda world: f"/quan-tri/news/article/{world.draft.pk}/xung-dot/"
    ),
    Address(
        "admin:news_article_autosave", lambda world: f"/quan-tri/news/article/{world.draft.pk}/ban-nhap/"
    ),
    Address("admin:news_article_compare", lambda world: f"/quan-tri/news/article/{world.draft.pk}/so-sanh/"),
    Address(
        "admin:news_article_restore", lambda world: f"/quan-tri/news/article/{world.draft.pk}/khoi-phuc/"
    ),
    Address("admin:news_article_drop", lambda world: "/quan-tri/news/article/tha-tep/"),
    Address("admin:news_article_drop_file", lambda world: "/quan-tri/news/article/tha-tep/tep/"),
    Address(
        "admin:news_article_drop_changes", lambda world: f"/quan-tri/news/article/tha-tep/{world.held.pk}/"
    ),
    Address(
        "admin:news_article_suggestions",
        lambda world: f"/quan-tri/news/article/{world.proposed.pk}/de-xuat/",
    ),
    Address("admin:news_lookup_people", lambda world: "/quan-tri/news/article/tra-cuu/nguoi/"),
    Address("admin:news_lookup_agencies", lambda world: "/quan-tri/news/article/tra-cuu/co-quan/"),
    Address(
        "admin:news_lookup_focus",
        lambda world: f"/quan-tri/news/article/tra-cuu/anh/{world.photo.pk}/diem-giu/",
    ),
    Address("admin:news_lookup_parts", lambda world: "/quan-tri/news/article/tra-cuu/phan-tep/"),
    Address("admin:news_lookup_articles", lambda world: "/quan-tri/news/article/tra-cuu/bai-viet/"),
    Address("admin:news_lookup_makers", lambda world: "/quan-tri/news/article/tra-cuu/tac-gia/"),
    Address("admin:news_lookup_photos", lambda world: "/quan-tri/news/article/tra-cuu/anh/"),
    Address("admin:news_lookup_files", lambda world: "/quan-tri/news/article/tra-cuu/tep/"),
    Address("admin:news_lookup_lines", lambda world: "/quan-tri/news/article/tra-cuu/dong/"),
]

STAFF += [
    Address("admin:news_royalties", lambda world: "/quan-tri/nhuan-but/"),
    Address("admin:news_royalties_setup", lambda world: "/quan-tri/nhuan-but/thiet-lap/"),
    Address("admin:news_royalties_month", lambda world: f"/quan-tri/nhuan-but/{world.closed}/"),
    Address("admin:news_royalties_close", lambda world: "/quan-tri/nhuan-but/2022-04/chot/"),
    Address("admin:news_royalties_reopen", lambda world: f"/quan-tri/nhuan-but/{world.closed}/mo-lai/"),
    Address("admin:news_royalties_print", lambda world: f"/quan-tri/nhuan-but/{world.closed}/ban-in/"),
    Address("admin:news_royalties_file", lambda world: f"/quan-tri/nhuan-but/{world.closed}/nhuan-but.xlsx"),
    Address("admin:news_royalties_mine", lambda world: "/quan-tri/nhuan-but-cua-toi/"),
    Address("admin:news_reports", lambda world: "/quan-tri/bao-cao/"),
    Address("admin:news_reports_xlsx", lambda world: "/quan-tri/bao-cao/bao-cao.xlsx"),
    Address("admin:news_reports_csv", lambda world: "/quan-tri/bao-cao/bao-cao.csv"),
]

# Models of the stock admin's five pages, with the key of a row.
_ROWS: dict[str, Callable[[World], int]] = {
    "accessibility_difficulty": lambda world: world.difficulty.pk,
    "accessibility_narration": lambda world: world.recording.narration_id,
    "accounts_user": lambda world: world.user.pk,
    "accounts_auditentry": lambda world: AuditEntry.objects.order_by("pk").first().pk,
    "accounts_signin": lambda world: world.sign_in.pk,
    "django_tasks_database_dbtaskresult": lambda world: 1,
    "news_agency": lambda world: world.agency.pk,
    "news_article": lambda world: world.draft.pk,
    "news_category": lambda world: world.category.pk,
    "news_decision": lambda world: world.article.decisions.first().pk,
    "news_emergencynotice": lambda world: world.emergency.pk,
    "news_glossaryentry": lambda world: world.entry.pk,
    "news_hiding": lambda world: world.hiding.pk,
    "news_menuitem": lambda world: world.item.pk,
    "news_oldaddress": lambda world: world.old_address.pk,
    "news_page": lambda world: world.page.pk,
    "news_person": lambda world: world.person.pk,
    "news_photo": lambda world: world.photo.pk,
    "news_royaltybase": lambda world: world.base.pk,
    "news_royaltyrate": lambda world: world.rate.pk,
    "news_sitesettings": lambda world: 1,
    "news_starttext": lambda world: world.start_text.pk,
    "news_tag": lambda world: world.tag.pk,
}


def _pages_of(model: str) -> list[Address]:
    app, _, noun = model.rpartition("_")
    folder, row = f"/quan-tri/{app}/{noun}/", _ROWS[model]
    changing = [
        Address(f"admin:{model}_{verb}", lambda world, verb=verb: f"{folder}{row(world)}/{verb}/")
        for verb in ("change", "delete", "history")
    ]
    return [
        Address(f"admin:{model}_changelist", lambda world: folder),
        Address(f"admin:{model}_add", lambda world: f"{folder}add/"),
        *changing,
    ]


STAFF += [address for model in _ROWS for address in _pages_of(model)]
ALL = [*PUBLIC, *FILES, *OWN, *SECRET, *WATCH, *DOORS, *SIGN_IN, *STAFF]
