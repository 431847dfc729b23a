"""The ONE place that knows the editor widget and the sanitiser; replacing either means changing this file alone."""

import html
import re

import nh3
from django.db import models

from news.fold import nfc

TAGS = {
    "p", "br", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "u", "s", "sub", "sup", "a", "abbr", "span",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "hr",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title", "hreflang"},
    "abbr": {"title"},
    "span": {"lang"},
    "em": {"lang"},
    "p": {"lang"},
    "blockquote": {"lang"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    """Drop what the allow-list alone lets through: `//host` addresses and languages that are no language tag."""
    if name == "href" and value.strip().replace("\\", "/").startswith("//"):
        return None
    if name == "lang" and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        return None
    if name == "scope" and value not in {"row", "col", "rowgroup", "colgroup"}:
        return None
    if name in {"colspan", "rowspan", "start"} and not re.fullmatch(r"[0-9]{1,3}", value):
        return None
    return value


# One cleaner for the process: a new one orders attributes anew, and equal texts would look different.
_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    url_schemes=_SCHEMES,
    link_rel="noopener",
    attribute_filter=_keep_attribute,
    strip_comments=True,
    clean_content_tags={"script", "style"},
)


def sanitise(value: str) -> str:
    """Safe, NFC html of the allow-list. Idempotent; raises nothing; control characters are dropped."""
    return _CLEANER.clean(nfc(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", value or "")))


_BLOCK_END = re.compile(r"</(?:p|h[2-6]|li|blockquote|t[dhr]|caption)>|<(?:br|hr)\s*/?>", re.IGNORECASE)


def plain_text(value: str) -> str:
    """The words of an html text, one line a block, entities resolved: for search, checks and extraction."""
    lines = html.unescape(re.sub(r"<[^>]*>", "", _BLOCK_END.sub("\n", value or ""))).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def paragraphs(lines) -> str:
    """Html of plain paragraphs, escaped."""
    return "\n".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines)


class HtmlField(models.TextField):
    """A text column that is sanitised on every write path (save, update, bulk); migrations see a plain TextField."""

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def pre_save(self, instance, add):
        value = sanitise(super().pre_save(instance, add))
        setattr(instance, self.attname, value)
        return value

    def get_db_prep_save(self, value, connection):
        if isinstance(value, str):
            value = sanitise(value)
        return super().get_db_prep_save(value, connection)

    def formfield(self, **kwargs):
        return super().formfield(**{"widget": editor_widget()} | kwargs)


# Explicit, so that the editor keeps what the sanitiser keeps and nothing it would drop silently later.
_ALLOWED_CONTENT = (
    "p[lang]; br; h2 h3; ul; ol[start]; li; blockquote[lang]; strong; em[lang]; u; s; sub; sup; hr; span[lang];"
    " a[!href,title,hreflang]; abbr[title]; table; caption; thead tbody tfoot tr; th[scope,colspan,rowspan];"
    " td[colspan,rowspan]"
)
CKEDITOR_CONFIGS = {
    "default": {
        "allowedContent": _ALLOWED_CONTENT,
        "extraPlugins": "divarea",
        "removePlugins": (
            "iframe,flash,image,uploadimage,uploadwidget,uploadfile,filebrowser,preview,print,save,newpage,templates,"
            "forms,smiley,scayt,wsc,exportpdf,docprops,sourcedialog,elementspath,language,about,bidi,div,font,colorbutton,"
            "justify,pagebreak,showblocks,stylescombo,magicline,find"
        ),
        "toolbar": [
            ["Format", "Bold", "Italic", "Underline", "Subscript", "Superscript", "RemoveFormat"],
            ["NumberedList", "BulletedList", "Blockquote", "Table", "HorizontalRule"],
            ["Link", "Unlink", "SpecialChar"],
            ["Undo", "Redo", "Maximize", "Source"],
        ],
        "format_tags": "p;h2;h3",
        "entities": False,
        "basicEntities": True,
        "forcePasteAsPlainText": False,
        "disableNativeSpellChecker": False,
        "linkShowTargetTab": False,
        "linkShowAdvancedTab": False,
        # Its upload tab is a frame with a script of its own, which the page's policy rightly refuses.
        "removeDialogTabs": "link:upload",
        "versionCheck": False,
        "width": "100%",
        "height": 420,
        "contentsCss": [],
    }
}


def editor_widget():
    """The editor for a form field. Imported on use: only staff pages need it."""
    from ckeditor.widgets import CKEditorWidget

    return CKEditorWidget()
