"""Public addresses in Vietnamese."""

app_name = "site"
urlpatterns = []
