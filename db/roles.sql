-- The two roles and the database of Zhixing; run once with psql (14 or newer) as a superuser. Passwords come from the environment:
--   ZHIXING_OWNER_PASSWORD=… ZHIXING_APP_PASSWORD=… psql -X -v ON_ERROR_STOP=1 -d postgres -f db/roles.sql
-- zhixing_owner owns the database and migrates it; zhixing_app runs the product and gets its rights from the migrations,
-- which name it: neither role can have another name.
\getenv owner_password ZHIXING_OWNER_PASSWORD
\getenv app_password ZHIXING_APP_PASSWORD
create role zhixing_owner login password :'owner_password';
create role zhixing_app login password :'app_password';
create database zhixing owner zhixing_owner template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke all on database zhixing from public;
grant connect on database zhixing to zhixing_app;
