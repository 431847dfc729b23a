"""The one settings file. Every difference between machines is a named environment variable (.env.example)."""

from datetime import timedelta
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from news import richtext
from portal import environment
from portal.environment import env, read

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(env.str("VAR_DIR", str(ROOT / "var"))).resolve()

DEBUG = read("DEBUG", "bool", False, "true or false")
# The two relaxations; `make run` names them on its command line.
DEMO = read("DEMO", "bool", False, "true or false")
HTTPS = read("HTTPS", "bool", True, "true or false")

SECRET_KEY = environment.secret_key(VAR)
ALLOWED_HOSTS = read("ALLOWED_HOSTS", "list", ["localhost", "127.0.0.1", "[::1]"], "a list like a.vn,b.vn")
PORT = read("PORT", "int", 8000, "a port number")
PUBLIC_ORIGIN = env.str("PUBLIC_ORIGIN", "").rstrip("/")
MAIL_ORIGIN = PUBLIC_ORIGIN or environment.likely_origin(ALLOWED_HOSTS, HTTPS, PORT)

INSTALLED_APPS = [
    "portal.apps.PortalConfig",
    "portal.accounts.apps.AccountsConfig",
    "portal.apps.StaffSiteConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "ckeditor",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "news.apps.NewsConfig",
    "accessibility.apps.AccessibilityConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.compression.CompressPublicTexts",
    "portal.caching.StaffPagesAreNotKept",
    "news.site.blanking.BlankHiddenNames",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.accounts.audit.Audited",
    "portal.language.LanguageByPath",
    "portal.bodies.StrangersSendLittle",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.accounts.second_factor.SecondFactorRequired",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "news.site.chrome.chrome",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS.append("django.forms")

DATABASES = {"default": environment.database("DATABASE_URL", f"sqlite:///{VAR / 'db.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": environment.cache(VAR / "cache")}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    # Rights on one article or category.
    "portal.accounts.limits.RolesInCategories",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 12}
# In the session, so that no message cookie travels to public pages.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
# Five bad tries lock the pair of account and address for a quarter of an hour; others are not locked out with it.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
# The visitor's own address, for every count of tries.
AXES_CLIENT_IP_CALLABLE = CLIENT_ADDRESS = "portal.accounts.visitors.client_address"
# Our own log of sign-ins says more, and in the newsroom's words.
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True

# Rights that nobody uses with a password alone; empty on a machine of one's own.
SECOND_FACTOR_FOR = [] if DEMO else ["news.publish_article", "accounts.change_user"]
ACCOUNT_ADAPTER = "portal.accounts.adapters.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {"login": "portal.accounts.forms.SignInForm"}
# A whole office may share one address; bad passwords are counted by axes.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "60/m/ip,5/300s/key"}
MFA_ADAPTER = "portal.accounts.adapters.StaffMFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "portal.accounts.forms.SecondStepForm",
    "reauthenticate": "portal.accounts.forms.SecondStepAgainForm",
    "activate_totp": "portal.accounts.forms.AppForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
# The clock of a telephone may be half a minute off.
MFA_TOTP_TOLERANCE = 1
MFA_TRUST_ENABLED = True
MFA_TRUST_COOKIE_AGE = timedelta(days=30)

# The agency's own directory (portal/accounts/directory.py); off while OIDC_SERVER is empty.
OIDC_SERVER = env.str("OIDC_SERVER", "").rstrip("/")
OIDC_NAME = env.str("OIDC_NAME", "OpenID Connect")
OIDC_GROUPS_CLAIM = env.str("OIDC_GROUPS_CLAIM", "groups")
OIDC_ROLES = environment.roles_of_groups("OIDC_ROLES")
OIDC_HAS_SECOND_FACTOR = read("OIDC_HAS_SECOND_FACTOR", "bool", False, "true or false")
SOCIALACCOUNT_ADAPTER = "portal.accounts.directory.DirectoryAdapter"
SOCIALACCOUNT_PROVIDERS = environment.directory(
    OIDC_SERVER, OIDC_NAME, env.str("OIDC_CLIENT_ID", ""), env.str("OIDC_CLIENT_SECRET", "")
)
# A form that leads to another host would be stopped by our own content policy; this link carries a state of its own.
SOCIALACCOUNT_LOGIN_ON_GET = True

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [ROOT / room / "locale" for room in ("portal", "news", "accessibility")]
FORMAT_MODULE_PATH = ["portal.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
STATICFILES_FINDERS = [
    "portal.static.OneStylesheet",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_ROOT = environment.storage_root(VAR / "media")
STORAGES = {
    # Masters, attachments and sources: never served without asking (portal/media.py).
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA_ROOT / "private", "base_url": None},
    },
    # Renditions of photos.
    "public": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA_ROOT / "public", "base_url": None},
    },
    "staticfiles": {"BACKEND": "portal.static.HashedStaticFiles"},
}
STORAGES["default"] = STORAGES["private"]

# The editor is configured where it is contained.
CKEDITOR_CONFIGS = richtext.CKEDITOR_CONFIGS

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# CKEditor 4 announces on every command that it is unkept. What contains it here is proved by
# tests/news/test_richtext.py, so the warning has been heard (docs/decisions/0004).
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
BEHIND_PROXY = read("BEHIND_PROXY", "bool", False, "true or false")
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/quan-tri/"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_FAILURE_VIEW = "portal.errors.csrf_failure"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "media-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "require-trusted-types-for": ["'script'"],
    }
}
PERMISSIONS_POLICY = {
    name: []
    for name in ("camera", "geolocation", "microphone", "payment", "usb", "magnetometer", "gyroscope")
}

# Mail is written into files until a server is named.
EMAIL_FILE_PATH = VAR / "mail"
globals().update(environment.mail("MAIL_URL"))
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", "ban-tin@localhost")

# Who reads stored narration (accessibility/narration/engines), and what is kept of sentences already spoken.
NARRATION_ENGINE = environment.choice("NARRATION_ENGINE", "espeak", "none")
PIPER_VOICES = environment.voices(vi="PIPER_VOICE_VI", en="PIPER_VOICE_EN")
PIPER_PYTHON = env.str("PIPER_PYTHON", "")
NARRATION_NEWEST = read("NARRATION_NEWEST", "int", 2000, "a whole number of articles")
# Below them an address is a secret or the newsroom's own: readers' reports do not carry it along.
PRIVATE_PATHS = ("/quan-tri/", "/xem-truoc/")
# Dated results of the sweeps, which the public statement on accessibility tells.
ACCESSIBILITY_RESULTS = ROOT / "docs" / "results"
NARRATION_CACHE = VAR / "narration"
NARRATION_CACHE_MB = read("NARRATION_CACHE_MB", "int", 512, "a whole number of megabytes")

IMPORT_MAX_MB = read("IMPORT_MAX_MB", "float", 5.0, "a number of megabytes")
PHOTO_MAX_MB = read("PHOTO_MAX_MB", "float", 40.0, "a number of megabytes")
PHOTO_MAX_MEGAPIXELS = read("PHOTO_MAX_MEGAPIXELS", "int", 80, "a whole number of megapixels")
ATTACHMENT_MAX_MB = read("ATTACHMENT_MAX_MB", "float", 50.0, "a number of megabytes")
VIDEO_MAX_MB = read("VIDEO_MAX_MB", "float", 300.0, "a number of megabytes")
# clamd's socket: a path, or tcp://host:port. Empty: files are not looked at for viruses.
CLAMD_SOCKET = env.str("CLAMD_SOCKET", "")
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", "WARNING")},
}
