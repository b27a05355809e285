"""Every address of the site starts here."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView

from .search import SearchView

# Browsers ask for this on pages that name no icon: the admin's, and every PDF.
icon = RedirectView.as_view(url=lazy(static, str)("img/mark.svg"))

urlpatterns = [
    path("favicon.ico", login_not_required(icon)),
    path(
        "accounts/login/",
        auth.LoginView.as_view(redirect_authenticated_user=True),
        name="login",
    ),
    path("accounts/", include("django.contrib.auth.urls")),
    path("admin/", admin.site.urls),
    path("search/", SearchView.as_view(), name="search"),
    path("", include("meetings.urls")),
    path("", include("workplans.urls")),
]
