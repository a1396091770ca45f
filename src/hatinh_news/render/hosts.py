"""Files for hosts and browsers as text."""

import json

from hatinh_news.model.hosting import HeaderRules, Icon, Manifest, PlainFile
from hatinh_news.model.records import Site
from hatinh_news.render.addresses import link


def manifest(site: Site, record: Manifest) -> str:
    """The web manifest, https://www.w3.org/TR/appmanifest/."""
    root = link(site.base_url, "/")
    members = {
        "name": site.title,
        "short_name": site.title,
        "description": site.description,
        "lang": site.language,
        "id": root,
        "start_url": root,
        "scope": root,
        "display": "minimal-ui",
        "theme_color": site.theme_color,
        "background_color": "#ffffff",
        "icons": [_icon(site, icon) for icon in record.icons],
    }
    return json.dumps({name: value for name, value in members.items() if value}, ensure_ascii=False, indent=1) + "\n"


def _icon(site: Site, icon: Icon) -> dict[str, str]:
    purpose = {"purpose": icon.purpose} if icon.purpose else {}
    return {"src": link(site.base_url, icon.url), "sizes": icon.sizes, "type": icon.type, **purpose}


def headers(_site: Site, record: HeaderRules) -> str:
    """Headers in the form that Netlify and Cloudflare Pages read."""
    rules = (f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in lines) for path, lines in record.rules)
    return "\n".join(rules)


def plain(_site: Site, record: PlainFile) -> str:
    return record.text
