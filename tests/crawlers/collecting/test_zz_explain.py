import time
from datetime import UTC, datetime, timedelta
from schemas.tables import crawl_runs, sources, pages, vacancy_sightings, own_pages, page_counts
from tests.crawlers.crawling import source
NOW = datetime(2026,11,1,tzinfo=UTC)
def test_plan(database):
    with database.connect() as db:
        sources.add(db, source("wilg","https://wilg.example/"))
        sources.add(db, source("eik","https://eik.example/"))
        run = crawl_runs.start(db,"wilg",NOW); later=crawl_runs.start(db,"wilg",NOW+timedelta(days=1))
        for src, n in (("wilg",50000),("eik",20000)):
            db.execute("insert into page (source,url,kind,outcome,fetched_at,run_id,next_visit,announced_run) select %s,'https://'||%s||'.example/v/'||n,'detail','read',now(),%s,now()+interval '3 days', %s from generate_series(1,%s) n",(src,src,run.id,later.id,n))
        for src, n in (("wilg",20000),("eik",10000)):
            db.execute("insert into vacancy (id,source,source_key,url,title,text,first_seen,last_seen,page_url,run_id) select gen_random_uuid(),%s,n::text,'https://'||%s||'.example/v/'||n,'Kok',repeat('x',1500),now(),now()-interval '2 days','https://'||%s||'.example/v/'||n,%s from generate_series(1,%s) n",(src,src,src,run.id,n))
        db.commit(); db.autocommit=True
        for analysed in (False, True):
            if analysed: db.execute("analyze")
            with database.connect("crawler") as c:
                c.autocommit=True
                def t(name,f):
                    b=time.perf_counter(); r=f(); print(analysed,name,round(time.perf_counter()-b,2), len(r) if hasattr(r,'__len__') else r)
                    return r
                w=t("waiting",lambda:pages.waiting(c,"wilg",later.id))
                t("listings",lambda:pages.listings(c,"wilg"))
                t("missing none skipped",lambda:own_pages.missing(c,"wilg",later.id,limit=300))
                t("unseen",lambda:own_pages.unseen_since(c,"wilg",NOW+timedelta(days=90),run_id=later.id,limit=300))
                t("closing",lambda:vacancy_sightings.closing(c,"wilg",later.id))
                with c.transaction(force_rollback=True):
                    urls=t("skip",lambda:pages.skip(c,"wilg",later.id,[p.url for p in w[:48000]]))
                    t("seen_on",lambda:vacancy_sightings.seen_on(c,"wilg",urls,run_id=later.id,now=NOW))
                    t("control",lambda:own_pages.control(c,"wilg",later.id))
                    t("missing",lambda:own_pages.missing(c,"wilg",later.id,limit=300))
                    t("dealt",lambda:page_counts.dealt_with(c,"wilg",later.id))
                    t("found",lambda:vacancy_sightings.seen_in(c,later.id))
                with c.transaction(force_rollback=True):
                    c.execute("update page set announced_run=1, outcome=case when url like '%%7' then 'gone' else 'read' end, reason='page_missing', run_id=%s where source='wilg'",(later.id,))
                    t("gone_by_page",lambda:vacancy_sightings.gone_by_page(c,"wilg",later.id,listed=False,now=NOW))
                    t("miss",lambda:vacancy_sightings.miss(c,"wilg",later.id,now=NOW))
                    t("shown",lambda:vacancy_sightings.shown_by_page(c,"wilg",later.id,now=NOW))
                    t("age",lambda:vacancy_sightings.age(c,"wilg",today=NOW.date(),now=NOW))
                    t("announce",lambda:pages.announce(c,"wilg",later.id,[(p.url,None) for p in w]))
