"""How a machine gets a voice of the page's language: one short page for each sort of machine, the same steps in both languages.

Names of menus are those of the systems' own Vietnamese and English versions; they differ a little from version to version.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Platform:
    """`key` is its word in the address; static/js/player-ask.js picks it by what the browser says of its machine."""

    key: str
    name: str
    steps: tuple
    notes: tuple = ()


_LAST = _("Come back to this site, reload the page and press “Listen to the article”.")

PLATFORMS = (
    Platform(
        "android",
        "Android",
        (
            _("Open Settings and choose Accessibility. On Samsung phones choose General management instead."),
            _("Choose Text-to-speech output."),
            _("As the preferred engine choose Speech Services by Google, then press the gear beside it."),
            _("Choose Install voice data, then Vietnamese, and download it. On an English page choose English."),
            _LAST,
        ),
        (
            _("Without the voice data the phone may read Vietnamese with English sounds."),
            _("While the screen is locked the voice of the phone stops; the recording of the page goes on."),
        ),
    ),
    Platform(
        "iphone",
        "iPhone, iPad",
        (
            _("Open Settings, choose Accessibility, then Spoken Content."),
            _("Choose Voices, then Vietnamese, then Linh. On an English page choose English."),
            _("Press the cloud beside the voice and wait until it has been downloaded."),
            _LAST,
        ),
    ),
    Platform(
        "windows",
        "Windows",
        (
            _("Open Settings (the Windows key and I), choose Time & language, then Speech."),
            _("Under Manage voices press Add voices."),
            _("Choose Vietnamese and press Add. On an English page choose English."),
            _("Close the browser and open it again."),
            _LAST,
        ),
        (
            _(
                "Microsoft Edge has the Vietnamese voices HoaiMy and NamMinh without installing. "
                "They are online: the text is sent to Microsoft."
            ),
        ),
    ),
    Platform(
        "mac",
        "Mac",
        (
            _("Open the Apple menu, choose System Settings, then Accessibility, then Spoken Content."),
            _("Beside System voice choose Manage Voices."),
            _("Find Vietnamese, choose Linh and download it. On an English page choose English."),
            _LAST,
        ),
    ),
    Platform(
        "linux",
        "Linux",
        (
            _("Install the packages speech-dispatcher and espeak-ng with the programs of your system."),
            _("Open the page in Firefox, which reads with the voices of speech-dispatcher."),
            _LAST,
        ),
        (_("The voice of espeak-ng is easy to follow only with some practice; the recording of the page may suit you better."),),
    ),
)  # fmt: skip


def platform(key: str) -> Platform | None:
    return next((found for found in PLATFORMS if found.key == key), None)
