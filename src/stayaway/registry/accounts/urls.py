"""Addresses of signing in, of one's own account, and of administration. None holds a name; ids in them are random.

Names that begin with `account_` or `mfa_` are those that allauth leads to.
"""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from . import administration, administration_forms, agency_forms, own, signing_in

urlpatterns: list[URLPattern | URLResolver] = [
    path("", own.home, name="home"),
    path("language/", own.language, name="language"),
    path("sign-in/", signing_in.SignIn.as_view(), name="account_login"),
    path("sign-in/code/", signing_in.GiveSecondFactor.as_view(), name="mfa_authenticate"),
    path("sign-out/", signing_in.SignOut.as_view(), name="account_logout"),
    path("invitation/", signing_in.accept_invitation, name="invitation"),
    path("invitation/<str:said>/", signing_in.open_invitation, name="invitation_link"),
    path("account/", own.own, name="own_account"),
    path("account/app/", signing_in.Enrol.as_view(), name="mfa_activate_totp"),
    path("account/codes/", signing_in.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path("account/codes/new/", signing_in.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("account/confirm/", signing_in.confirm, name="account_reauthenticate"),
    path("account/confirm/code/", signing_in.confirm, name="mfa_reauthenticate"),
    path("account/password/", own.change_password, name="account_change_password"),
    path("account/post/", own.choose_post, name="choose_post"),
    path("account/sessions/", own.sessions, name="own_sessions"),
    path("administration/", administration.overview, name="administration"),
    path("administration/agencies/new/", agency_forms.new_agency, name="new_agency"),
    path("administration/agencies/<str:agency_id>/", agency_forms.change_agency, name="change_agency"),
    path("administration/accounts/new/", administration_forms.invite, name="invite"),
    path("administration/accounts/<str:account_id>/", administration.account, name="account"),
    path("administration/accounts/<str:account_id>/link/", administration_forms.invite_again, name="invite_again"),
    path("administration/accounts/<str:account_id>/post/", administration_forms.give_post, name="give_post"),
    path("administration/posts/<int:holding_id>/client/", administration_forms.make_client, name="make_client"),
    *(
        path(f"administration/end/{what}/<str:one>/", administration_forms.end, {"what": what}, name=f"end_{what}")
        for what in administration_forms.ENDINGS
    ),
    *(
        path(
            f"administration/confirm/{what}/<str:one>/",
            administration_forms.confirm,
            {"what": what},
            name=f"confirm_{what}",
        )
        for what in administration_forms.AWAITING
    ),
]
