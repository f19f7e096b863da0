-- A crawler that knows no address but its own sees for itself whether the database is up to
-- date. The list holds names of files, nothing about anybody.
grant select on migration to crawler;
