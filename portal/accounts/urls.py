"""Signing in and what belongs to it, all below the newsroom's address. Registration, e-mail addresses and resets by mail,
which the library also has, are not among them. The library looks its pages up by these names."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount.providers.openid_connect import views as provider
from django.urls import path

from portal.accounts import directory, entrance, remembered

STEP = "bao-mat/"

urlpatterns = [
    path("dang-nhap/", entrance.SignInView.as_view(), name="account_login"),
    path("dang-nhap/lai-tu-dau/", entrance.start_again, name="start-again"),
    path("dang-nhap/ma/", mfa.authenticate, name="mfa_authenticate"),
    path("dang-nhap/may-nay/", remembered.RememberView.as_view(), name="mfa_trust"),
    path("dang-nhap/khoa/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("dang-nhap/co-quan/<slug:provider_id>/", directory.enter, name="openid_connect_login"),
    path("dang-nhap/co-quan/<slug:provider_id>/tra-ve/", provider.callback, name="openid_connect_callback"),
    path("lien-ket/<str:secret>/", entrance.one_time_link, name="one-time-link"),
    path("xac-nhan/mat-khau/", account.reauthenticate, name="account_reauthenticate"),
    path("xac-nhan/ma/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("xac-nhan/khoa/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path(STEP, mfa.index, name="mfa_index"),
    path(STEP + "ung-dung/", totp.activate_totp, name="mfa_activate_totp"),
    path(STEP + "ung-dung/bo/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(STEP + "ma-khoi-phuc/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(STEP + "ma-khoi-phuc/tao/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path(STEP + "ma-khoi-phuc/tai-ve/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path(STEP + "khoa/", keys.list_webauthn, name="mfa_list_webauthn"),
    path(STEP + "khoa/them/", keys.add_webauthn, name="mfa_add_webauthn"),
    path(STEP + "khoa/<int:pk>/doi-ten/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path(STEP + "khoa/<int:pk>/bo/", keys.remove_webauthn, name="mfa_remove_webauthn"),
]
