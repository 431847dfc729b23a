"""Public addresses in English."""

app_name = "site"
urlpatterns = []
