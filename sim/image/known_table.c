/* Official images as recorded in November 2026: what their configs say, by name.
 *
 * Sorted by name; of several rows of one name the first that takes the tag counts. An environment
 * entry with ~ in front belongs to the tag of the row alone, one with ! to all other tags. */
#include "sim/image/known_table.h"

#define LIST(list)                                                                                 \
    {                                                                                              \
        (list), sizeof(list) / sizeof *(list)                                                      \
    }

static const struct slice adminer_entrypoint[] = {S_INIT("entrypoint.sh")};
static const struct slice adminer_cmd[] = {S_INIT("php"), S_INIT("-S"), S_INIT("[::]:8080"),
                                           S_INIT("-t"), S_INIT("/var/www/html")};
static const struct slice common_path[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")};
static const struct slice common_8080_tcp[] = {S_INIT("8080/tcp")};
static const struct slice alpine_cmd[] = {S_INIT("/bin/sh")};
static const struct slice common_bin_bash[] = {S_INIT("/bin/bash")};
static const struct slice common_entrypoint_sh[] = {S_INIT("/entrypoint.sh")};
static const struct slice arangodb_cmd[] = {S_INIT("arangod")};
static const struct slice arangodb_ports[] = {S_INIT("8529/tcp")};
static const struct slice arangodb_volumes[] = {S_INIT("/var/lib/arangodb3"),
                                                S_INIT("/var/lib/arangodb3-apps")};
static const struct slice common_docker_entrypoint_sh[] = {S_INIT("docker-entrypoint.sh")};
static const struct slice common_bash[] = {S_INIT("bash")};
static const struct slice bash_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~_BASH_VERSION=5.2.37")};
static const struct slice common_sh[] = {S_INIT("sh")};
static const struct slice caddy_cmd[] = {S_INIT("caddy"),     S_INIT("run"),
                                         S_INIT("--config"),  S_INIT("/etc/caddy/Caddyfile"),
                                         S_INIT("--adapter"), S_INIT("caddyfile")};
static const struct slice caddy_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~CADDY_VERSION=v2.10.0"), S_INIT("XDG_CONFIG_HOME=/config"),
    S_INIT("XDG_DATA_HOME=/data")};
static const struct slice caddy_ports[] = {S_INIT("2019/tcp"), S_INIT("443/tcp"), S_INIT("443/udp"),
                                           S_INIT("80/tcp")};
static const struct slice caddy_except[] = {S_INIT("builder"), S_INIT("windowsservercore"),
                                            S_INIT("nanoserver")};
static const struct slice cassandra_cmd[] = {S_INIT("cassandra"), S_INIT("-f")};
static const struct slice cassandra_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("CASSANDRA_HOME=/opt/cassandra"), S_INIT("CASSANDRA_CONF=/etc/cassandra")};
static const struct slice cassandra_ports[] = {S_INIT("7000/tcp"), S_INIT("7001/tcp"),
                                               S_INIT("7199/tcp"), S_INIT("9042/tcp"),
                                               S_INIT("9160/tcp")};
static const struct slice cassandra_volumes[] = {S_INIT("/var/lib/cassandra")};
static const struct slice common_root_docker_entrypoint_sh[] = {S_INIT("/docker-entrypoint.sh")};
static const struct slice composer_cmd[] = {S_INIT("composer")};
static const struct slice composer_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("COMPOSER_HOME=/tmp")};
static const struct slice composer_except[] = {S_INIT("bin")};
static const struct slice couchbase_cmd[] = {S_INIT("couchbase-server")};
static const struct slice couchbase_ports[] = {S_INIT("11210/tcp"), S_INIT("8091/tcp"),
                                               S_INIT("8092/tcp")};
static const struct slice couchbase_volumes[] = {S_INIT("/opt/couchbase/var")};
static const struct slice couchdb_entrypoint[] = {S_INIT("tini"), S_INIT("--"),
                                                  S_INIT("/docker-entrypoint.sh")};
static const struct slice couchdb_cmd[] = {S_INIT("/opt/couchdb/bin/couchdb")};
static const struct slice couchdb_ports[] = {S_INIT("4369/tcp"), S_INIT("5984/tcp"),
                                             S_INIT("9100/tcp")};
static const struct slice couchdb_volumes[] = {S_INIT("/opt/couchdb/data")};
static const struct slice common_docker_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~DOCKER_VERSION=28.2.2")};
static const struct slice common_windows[] = {S_INIT("windowsservercore"), S_INIT("nanoserver")};
static const struct slice docker_dind_entrypoint[] = {S_INIT("dockerd-entrypoint.sh")};
static const struct slice eclipse_temurin_entrypoint[] = {S_INIT("/__cacert_entrypoint.sh")};
static const struct slice common_jshell[] = {S_INIT("jshell")};
static const struct slice eclipse_temurin_env[] = {
    S_INIT(
        "PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("JAVA_HOME=/opt/java/openjdk"), S_INIT("LANG=en_US.UTF-8"),
    S_INIT("~JAVA_VERSION=jdk-21.0.7+6")};
static const struct slice eclipse_temurin_except[] = {
    S_INIT("jre"), S_INIT("^8"), S_INIT("windowsservercore"), S_INIT("nanoserver")};
static const struct slice elasticsearch_entrypoint[] = {
    S_INIT("/bin/tini"), S_INIT("--"), S_INIT("/usr/local/bin/docker-entrypoint.sh")};
static const struct slice elasticsearch_cmd[] = {S_INIT("eswrapper")};
static const struct slice elasticsearch_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("ELASTIC_CONTAINER=true"), S_INIT("SHELL=/bin/bash")};
static const struct slice elasticsearch_ports[] = {S_INIT("9200/tcp"), S_INIT("9300/tcp")};
static const struct slice erlang_cmd[] = {S_INIT("erl")};
static const struct slice erlang_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~OTP_VERSION=27.3.3")};
static const struct slice erlang_except[] = {S_INIT("slim"), S_INIT("alpine")};
static const struct slice golang_env[] = {S_INIT("PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/"
                                                 "usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
                                          S_INIT("GOTOOLCHAIN=local"), S_INIT("GOPATH=/go")};
static const struct slice golang_except[] = {S_INIT("alpine"), S_INIT("windowsservercore"),
                                             S_INIT("nanoserver")};
static const struct slice hello_world_cmd[] = {S_INIT("/hello")};
static const struct slice httpd_cmd[] = {S_INIT("httpd-foreground")};
static const struct slice httpd_env[] = {
    S_INIT(
        "PATH=/usr/local/apache2/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("HTTPD_PREFIX=/usr/local/apache2")};
static const struct slice common_80_tcp[] = {S_INIT("80/tcp")};
static const struct slice influxdb_cmd[] = {S_INIT("influxd")};
static const struct slice influxdb_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~INFLUXDB_VERSION=2.7.12")};
static const struct slice influxdb_ports[] = {S_INIT("8086/tcp")};
static const struct slice influxdb_volumes[] = {S_INIT("/etc/influxdb2"),
                                                S_INIT("/var/lib/influxdb2")};
static const struct slice influxdb_except[] = {S_INIT("^3"), S_INIT("^1")};
static const struct slice jetty_cmd[] = {S_INIT("java"), S_INIT("-jar"),
                                         S_INIT("/usr/local/jetty/start.jar")};
static const struct slice jetty_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("JETTY_HOME=/usr/local/jetty"), S_INIT("JETTY_BASE=/var/lib/jetty"),
    S_INIT("TMPDIR=/tmp/jetty")};
static const struct slice kibana_entrypoint[] = {S_INIT("/bin/tini"), S_INIT("--")};
static const struct slice kibana_cmd[] = {S_INIT("/usr/local/bin/kibana-docker")};
static const struct slice kibana_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("ELASTIC_CONTAINER=true")};
static const struct slice kibana_ports[] = {S_INIT("5601/tcp")};
static const struct slice mariadb_cmd[] = {S_INIT("mariadbd")};
static const struct slice mariadb_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~GOSU_VERSION=1.17"), S_INIT("LANG=C.UTF-8"),
    S_INIT("~MARIADB_VERSION=1:11.7.2+maria~ubu2404")};
static const struct slice mariadb_ports[] = {S_INIT("3306/tcp")};
static const struct slice common_var_lib_mysql[] = {S_INIT("/var/lib/mysql")};
static const struct slice mariadb_except[] = {S_INIT("^5"), S_INIT("^10")};
static const struct slice maven_entrypoint[] = {S_INIT("/usr/local/bin/mvn-entrypoint.sh")};
static const struct slice maven_cmd[] = {S_INIT("mvn")};
static const struct slice maven_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("MAVEN_HOME=/usr/share/maven"), S_INIT("MAVEN_CONFIG=/root/.m2")};
static const struct slice memcached_cmd[] = {S_INIT("memcached")};
static const struct slice memcached_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~MEMCACHED_VERSION=1.6.38")};
static const struct slice memcached_ports[] = {S_INIT("11211/tcp")};
static const struct slice mongo_cmd[] = {S_INIT("mongod")};
static const struct slice mongo_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~GOSU_VERSION=1.17"),
    S_INIT("~JSYAML_VERSION=3.13.1"),
    S_INIT("MONGO_PACKAGE=mongodb-org"),
    S_INIT("~MONGO_MAJOR=8.0"),
    S_INIT("HOME=/data/db")};
static const struct slice mongo_ports[] = {S_INIT("27017/tcp")};
static const struct slice mongo_volumes[] = {S_INIT("/data/configdb"), S_INIT("/data/db")};
static const struct slice mongo_express_entrypoint[] = {S_INIT("/sbin/tini"), S_INIT("--"),
                                                        S_INIT("/docker-entrypoint.sh")};
static const struct slice mongo_express_cmd[] = {S_INIT("mongo-express")};
static const struct slice mongo_express_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("ME_CONFIG_MONGODB_URL=mongodb://mongo:27017"), S_INIT("ME_CONFIG_SITE_BASEURL=/")};
static const struct slice mongo_express_ports[] = {S_INIT("8081/tcp")};
static const struct slice mysql_cmd[] = {S_INIT("mysqld")};
static const struct slice mysql_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~GOSU_VERSION=1.19"), S_INIT("~MYSQL_MAJOR=8.4"), S_INIT("~MYSQL_VERSION=8.4.10-1.el9"),
    S_INIT("~MYSQL_SHELL_VERSION=8.4.10-1.el9")};
static const struct slice mysql_ports[] = {S_INIT("3306/tcp"), S_INIT("33060/tcp")};
static const struct slice neo4j_entrypoint[] = {S_INIT("tini"), S_INIT("-g"), S_INIT("--"),
                                                S_INIT("/startup/docker-entrypoint.sh")};
static const struct slice neo4j_cmd[] = {S_INIT("neo4j")};
static const struct slice neo4j_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("NEO4J_HOME=/var/lib/neo4j")};
static const struct slice neo4j_ports[] = {S_INIT("7473/tcp"), S_INIT("7474/tcp"),
                                           S_INIT("7687/tcp")};
static const struct slice neo4j_volumes[] = {S_INIT("/data"), S_INIT("/logs")};
static const struct slice common_apache2_foreground[] = {S_INIT("apache2-foreground")};
static const struct slice common_apache_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("APACHE_CONFDIR=/etc/apache2")};
static const struct slice common_var_www_html[] = {S_INIT("/var/www/html")};
static const struct slice common_fpm[] = {S_INIT("fpm")};
static const struct slice nginx_cmd[] = {S_INIT("nginx"), S_INIT("-g"), S_INIT("daemon off;")};
static const struct slice nginx_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~NGINX_VERSION=1.27.4"),
    S_INIT("~NJS_VERSION=0.8.9"),
    S_INIT("~NJS_RELEASE=1~bookworm"),
    S_INIT("~PKG_RELEASE=1~bookworm"),
    S_INIT("~DYNPKG_RELEASE=1~bookworm")};
static const struct slice nginx_except[] = {S_INIT("^1.7"),  S_INIT("^1.8"),  S_INIT("^1.9"),
                                            S_INIT("^1.10"), S_INIT("^1.11"), S_INIT("^1.12"),
                                            S_INIT("^1.13"), S_INIT("^1.14"), S_INIT("^1.15"),
                                            S_INIT("^1.16"), S_INIT("^1.17"), S_INIT("^1.18")};
static const struct slice node_cmd[] = {S_INIT("node")};
static const struct slice node_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~NODE_VERSION=20.19.5"), S_INIT("~YARN_VERSION=1.22.22")};
static const struct slice node_except[] = {S_INIT("^0"), S_INIT("^4"), S_INIT("^5"),
                                           S_INIT("^6"), S_INIT("^7"), S_INIT("onbuild")};
static const struct slice odoo_cmd[] = {S_INIT("odoo")};
static const struct slice odoo_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("LANG=en_US.UTF-8"), S_INIT("~ODOO_VERSION=17.0"),
    S_INIT("ODOO_RC=/etc/odoo/odoo.conf")};
static const struct slice odoo_ports[] = {S_INIT("8069/tcp"), S_INIT("8071/tcp"),
                                          S_INIT("8072/tcp")};
static const struct slice odoo_volumes[] = {S_INIT("/mnt/extra-addons"), S_INIT("/var/lib/odoo")};
static const struct slice openjdk_env[] = {
    S_INIT("~PATH=/usr/local/openjdk-21/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/"
           "sbin:/bin"),
    S_INIT("!PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~JAVA_HOME=/usr/local/openjdk-21"), S_INIT("LANG=C.UTF-8"), S_INIT("~JAVA_VERSION=21")};
static const struct slice openjdk_except[] = {S_INIT("jre"), S_INIT("^8"), S_INIT("^7"),
                                              S_INIT("windowsservercore"), S_INIT("nanoserver")};
static const struct slice common_docker_php_entrypoint[] = {S_INIT("docker-php-entrypoint")};
static const struct slice php_apache_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~PHP_VERSION=8.3.20"), S_INIT("APACHE_CONFDIR=/etc/apache2"),
    S_INIT("APACHE_ENVVARS=/etc/apache2/envvars")};
static const struct slice php_cmd[] = {S_INIT("php"), S_INIT("-a")};
static const struct slice php_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("PHP_INI_DIR=/usr/local/etc/php"), S_INIT("~PHP_VERSION=8.3.0")};
static const struct slice postgres_cmd[] = {S_INIT("postgres")};
static const struct slice postgres_env[] = {
    S_INIT("~PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/lib/postgresql/"
           "16/bin"),
    S_INIT("!PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~GOSU_VERSION=1.19"),
    S_INIT("LANG=en_US.utf8"),
    S_INIT("~PG_MAJOR=16"),
    S_INIT("~PG_VERSION=16.13-1.pgdg12+1"),
    S_INIT("~PGDATA=/var/lib/postgresql/data")};
static const struct slice postgres_ports[] = {S_INIT("5432/tcp")};
static const struct slice python_cmd[] = {S_INIT("python3")};
static const struct slice python_env[] = {
    S_INIT("PATH=/usr/local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("LANG=C.UTF-8"), S_INIT("~GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305"),
    S_INIT("~PYTHON_VERSION=3.12.13"),
    S_INIT("~PYTHON_SHA256=c08bc65a81971c1dd5783182826503369466c7e67374d1646519adf05207b684")};
static const struct slice python_except[] = {S_INIT("^2"), S_INIT("windowsservercore"),
                                             S_INIT("nanoserver")};
static const struct slice rabbitmq_cmd[] = {S_INIT("rabbitmq-server")};
static const struct slice rabbitmq_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~RABBITMQ_VERSION=4.0.7"), S_INIT("RABBITMQ_DATA_DIR=/var/lib/rabbitmq"),
    S_INIT("HOME=/var/lib/rabbitmq"), S_INIT("LANG=C.UTF-8")};
static const struct slice rabbitmq_ports[] = {S_INIT("15692/tcp"), S_INIT("25672/tcp"),
                                              S_INIT("4369/tcp"), S_INIT("5671/tcp"),
                                              S_INIT("5672/tcp")};
static const struct slice rabbitmq_volumes[] = {S_INIT("/var/lib/rabbitmq")};
static const struct slice redis_cmd[] = {S_INIT("redis-server")};
static const struct slice redis_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("~GOSU_VERSION=1.17"), S_INIT("~REDIS_VERSION=7.2.5"),
    S_INIT("~REDIS_DOWNLOAD_URL=http://download.redis.io/releases/redis-7.2.5.tar.gz"),
    S_INIT("~REDIS_DOWNLOAD_SHA=5981179706f8391f03be91d951acafaeda91af7fac56beffb2701963103e423d")};
static const struct slice redis_ports[] = {S_INIT("6379/tcp")};
static const struct slice common_data[] = {S_INIT("/data")};
static const struct slice redmine_cmd[] = {S_INIT("rails"), S_INIT("server"), S_INIT("-b"),
                                           S_INIT("0.0.0.0")};
static const struct slice redmine_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("RAILS_ENV=production"), S_INIT("LANG=C.UTF-8")};
static const struct slice redmine_ports[] = {S_INIT("3000/tcp")};
static const struct slice redmine_volumes[] = {S_INIT("/usr/src/redmine/files")};
static const struct slice redmine_except[] = {S_INIT("passenger")};
static const struct slice registry_cmd[] = {S_INIT("/etc/docker/registry/config.yml")};
static const struct slice registry_ports[] = {S_INIT("5000/tcp")};
static const struct slice registry_volumes[] = {S_INIT("/var/lib/registry")};
static const struct slice registry_except[] = {S_INIT("^3"), S_INIT("^latest"), S_INIT("^1"),
                                               S_INIT("^0")};
static const struct slice rethinkdb_cmd[] = {S_INIT("rethinkdb"), S_INIT("--bind"), S_INIT("all")};
static const struct slice rethinkdb_ports[] = {S_INIT("28015/tcp"), S_INIT("29015/tcp"),
                                               S_INIT("8080/tcp")};
static const struct slice ruby_cmd[] = {S_INIT("irb")};
static const struct slice ruby_env[] = {
    S_INIT(
        "PATH=/usr/local/bundle/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("LANG=C.UTF-8"),
    S_INIT("~RUBY_VERSION=3.3.0"),
    S_INIT("GEM_HOME=/usr/local/bundle"),
    S_INIT("BUNDLE_SILENCE_ROOT_WARNING=1"),
    S_INIT("BUNDLE_APP_CONFIG=/usr/local/bundle")};
static const struct slice ruby_except[] = {S_INIT("onbuild")};
static const struct slice sonarqube_entrypoint[] = {S_INIT("/opt/sonarqube/docker/entrypoint.sh")};
static const struct slice sonarqube_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("SONARQUBE_HOME=/opt/sonarqube"), S_INIT("SQ_DATA_DIR=/opt/sonarqube/data")};
static const struct slice sonarqube_ports[] = {S_INIT("9000/tcp")};
static const struct slice varnish_entrypoint[] = {
    S_INIT("/usr/local/bin/docker-varnish-entrypoint")};
static const struct slice varnish_env[] = {
    S_INIT("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    S_INIT("VARNISH_SIZE=100M")};
static const struct slice varnish_ports[] = {S_INIT("80/tcp"), S_INIT("8443/tcp")};
static const struct slice wordpress_except[] = {S_INIT("fpm"), S_INIT("cli")};
static const struct slice zookeeper_cmd[] = {S_INIT("zkServer.sh"), S_INIT("start-foreground")};
static const struct slice zookeeper_ports[] = {S_INIT("2181/tcp"), S_INIT("2888/tcp"),
                                               S_INIT("3888/tcp"), S_INIT("8080/tcp")};
static const struct slice zookeeper_volumes[] = {S_INIT("/data"), S_INIT("/datalog"),
                                                 S_INIT("/logs")};

const struct known_row known_table[] = {
    {.name = S_INIT("adminer"),
     .entrypoint = LIST(adminer_entrypoint),
     .cmd = LIST(adminer_cmd),
     .env = LIST(common_path),
     .ports = LIST(common_8080_tcp),
     .user = S_INIT("adminer"),
     .workdir = S_INIT("/var/www/html"),
     .stop_signal = S_INIT("SIGINT")},
    {.name = S_INIT("alpine"),
     .cmd = LIST(alpine_cmd),
     .env = LIST(common_path),
     .workdir = S_INIT("/"),
     .shell = KNOWN_SHELL_ASH},
    {.name = S_INIT("amazonlinux"),
     .cmd = LIST(common_bin_bash),
     .env = LIST(common_path),
     .shell = KNOWN_SHELL_BASH},
    {.name = S_INIT("arangodb"),
     .entrypoint = LIST(common_entrypoint_sh),
     .cmd = LIST(arangodb_cmd),
     .env = LIST(common_path),
     .ports = LIST(arangodb_ports),
     .volumes = LIST(arangodb_volumes)},
    {.name = S_INIT("bash"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(common_bash),
     .env = LIST(bash_env),
     .tag = S_INIT("5.2")},
    {.name = S_INIT("busybox"),
     .cmd = LIST(common_sh),
     .env = LIST(common_path),
     .shell = KNOWN_SHELL_ASH},
    {.name = S_INIT("caddy"),
     .cmd = LIST(caddy_cmd),
     .env = LIST(caddy_env),
     .ports = LIST(caddy_ports),
     .except = LIST(caddy_except),
     .tag = S_INIT("2.10"),
     .workdir = S_INIT("/srv")},
    {.name = S_INIT("cassandra"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(cassandra_cmd),
     .env = LIST(cassandra_env),
     .ports = LIST(cassandra_ports),
     .volumes = LIST(cassandra_volumes)},
    {.name = S_INIT("centos"),
     .cmd = LIST(common_bin_bash),
     .env = LIST(common_path),
     .shell = KNOWN_SHELL_BASH},
    {.name = S_INIT("composer"),
     .entrypoint = LIST(common_root_docker_entrypoint_sh),
     .cmd = LIST(composer_cmd),
     .env = LIST(composer_env),
     .except = LIST(composer_except),
     .workdir = S_INIT("/app")},
    {.name = S_INIT("couchbase"),
     .entrypoint = LIST(common_entrypoint_sh),
     .cmd = LIST(couchbase_cmd),
     .env = LIST(common_path),
     .ports = LIST(couchbase_ports),
     .volumes = LIST(couchbase_volumes)},
    {.name = S_INIT("couchdb"),
     .entrypoint = LIST(couchdb_entrypoint),
     .cmd = LIST(couchdb_cmd),
     .env = LIST(common_path),
     .ports = LIST(couchdb_ports),
     .volumes = LIST(couchdb_volumes)},
    {.name = S_INIT("debian"),
     .cmd = LIST(common_bash),
     .env = LIST(common_path),
     .shell = KNOWN_SHELL_DASH},
    {.name = S_INIT("docker"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(common_sh),
     .env = LIST(common_docker_env),
     .only = S_INIT("cli"),
     .except = LIST(common_windows),
     .tag = S_INIT("28.2")},
    {.name = S_INIT("docker"),
     .entrypoint = LIST(docker_dind_entrypoint),
     .env = LIST(common_docker_env),
     .only = S_INIT("dind"),
     .except = LIST(common_windows),
     .tag = S_INIT("28.2")},
    {.name = S_INIT("eclipse-temurin"),
     .entrypoint = LIST(eclipse_temurin_entrypoint),
     .cmd = LIST(common_jshell),
     .env = LIST(eclipse_temurin_env),
     .except = LIST(eclipse_temurin_except),
     .tag = S_INIT("21")},
    {.name = S_INIT("elasticsearch"),
     .entrypoint = LIST(elasticsearch_entrypoint),
     .cmd = LIST(elasticsearch_cmd),
     .env = LIST(elasticsearch_env),
     .ports = LIST(elasticsearch_ports),
     .user = S_INIT("1000:0"),
     .workdir = S_INIT("/usr/share/elasticsearch")},
    {.name = S_INIT("erlang"),
     .cmd = LIST(erlang_cmd),
     .env = LIST(erlang_env),
     .except = LIST(erlang_except),
     .tag = S_INIT("27")},
    {.name = S_INIT("fedora"),
     .cmd = LIST(common_bin_bash),
     .env = LIST(common_path),
     .shell = KNOWN_SHELL_BASH},
    {.name = S_INIT("golang"),
     .cmd = LIST(common_bash),
     .env = LIST(golang_env),
     .except = LIST(golang_except),
     .workdir = S_INIT("/go")},
    {.name = S_INIT("hello-world"),
     .cmd = LIST(hello_world_cmd),
     .env = LIST(common_path),
     .except = LIST(common_windows),
     .shell = KNOWN_SHELL_NONE},
    {.name = S_INIT("httpd"),
     .cmd = LIST(httpd_cmd),
     .env = LIST(httpd_env),
     .ports = LIST(common_80_tcp),
     .workdir = S_INIT("/usr/local/apache2"),
     .stop_signal = S_INIT("SIGWINCH")},
    {.name = S_INIT("influxdb"),
     .entrypoint = LIST(common_entrypoint_sh),
     .cmd = LIST(influxdb_cmd),
     .env = LIST(influxdb_env),
     .ports = LIST(influxdb_ports),
     .volumes = LIST(influxdb_volumes),
     .except = LIST(influxdb_except),
     .tag = S_INIT("2.7")},
    {.name = S_INIT("jetty"),
     .entrypoint = LIST(common_root_docker_entrypoint_sh),
     .cmd = LIST(jetty_cmd),
     .env = LIST(jetty_env),
     .ports = LIST(common_8080_tcp),
     .user = S_INIT("jetty"),
     .workdir = S_INIT("/var/lib/jetty")},
    {.name = S_INIT("kibana"),
     .entrypoint = LIST(kibana_entrypoint),
     .cmd = LIST(kibana_cmd),
     .env = LIST(kibana_env),
     .ports = LIST(kibana_ports),
     .user = S_INIT("kibana"),
     .workdir = S_INIT("/usr/share/kibana")},
    {.name = S_INIT("mariadb"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(mariadb_cmd),
     .env = LIST(mariadb_env),
     .ports = LIST(mariadb_ports),
     .volumes = LIST(common_var_lib_mysql),
     .except = LIST(mariadb_except),
     .tag = S_INIT("11.7")},
    {.name = S_INIT("maven"),
     .entrypoint = LIST(maven_entrypoint),
     .cmd = LIST(maven_cmd),
     .env = LIST(maven_env),
     .except = LIST(common_windows)},
    {.name = S_INIT("memcached"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(memcached_cmd),
     .env = LIST(memcached_env),
     .ports = LIST(memcached_ports),
     .tag = S_INIT("1.6.38"),
     .user = S_INIT("memcache")},
    {.name = S_INIT("mongo"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(mongo_cmd),
     .env = LIST(mongo_env),
     .ports = LIST(mongo_ports),
     .volumes = LIST(mongo_volumes),
     .except = LIST(common_windows),
     .tag = S_INIT("8.0")},
    {.name = S_INIT("mongo-express"),
     .entrypoint = LIST(mongo_express_entrypoint),
     .cmd = LIST(mongo_express_cmd),
     .env = LIST(mongo_express_env),
     .ports = LIST(mongo_express_ports),
     .workdir = S_INIT("/app")},
    {.name = S_INIT("mysql"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(mysql_cmd),
     .env = LIST(mysql_env),
     .ports = LIST(mysql_ports),
     .volumes = LIST(common_var_lib_mysql),
     .tag = S_INIT("8.4")},
    {.name = S_INIT("neo4j"),
     .entrypoint = LIST(neo4j_entrypoint),
     .cmd = LIST(neo4j_cmd),
     .env = LIST(neo4j_env),
     .ports = LIST(neo4j_ports),
     .volumes = LIST(neo4j_volumes),
     .workdir = S_INIT("/var/lib/neo4j")},
    {.name = S_INIT("nextcloud"),
     .entrypoint = LIST(common_entrypoint_sh),
     .cmd = LIST(common_apache2_foreground),
     .env = LIST(common_apache_env),
     .ports = LIST(common_80_tcp),
     .volumes = LIST(common_var_www_html),
     .except = LIST(common_fpm),
     .workdir = S_INIT("/var/www/html"),
     .stop_signal = S_INIT("SIGWINCH")},
    {.name = S_INIT("nginx"),
     .entrypoint = LIST(common_root_docker_entrypoint_sh),
     .cmd = LIST(nginx_cmd),
     .env = LIST(nginx_env),
     .ports = LIST(common_80_tcp),
     .except = LIST(nginx_except),
     .tag = S_INIT("1.27.4"),
     .stop_signal = S_INIT("SIGQUIT")},
    {.name = S_INIT("node"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(node_cmd),
     .env = LIST(node_env),
     .except = LIST(node_except),
     .tag = S_INIT("20.19.5")},
    {.name = S_INIT("odoo"),
     .entrypoint = LIST(common_entrypoint_sh),
     .cmd = LIST(odoo_cmd),
     .env = LIST(odoo_env),
     .ports = LIST(odoo_ports),
     .volumes = LIST(odoo_volumes),
     .tag = S_INIT("17"),
     .user = S_INIT("odoo")},
    {.name = S_INIT("openjdk"),
     .cmd = LIST(common_jshell),
     .env = LIST(openjdk_env),
     .except = LIST(openjdk_except),
     .tag = S_INIT("21")},
    {.name = S_INIT("php"),
     .entrypoint = LIST(common_docker_php_entrypoint),
     .cmd = LIST(common_apache2_foreground),
     .env = LIST(php_apache_env),
     .ports = LIST(common_80_tcp),
     .only = S_INIT("apache"),
     .tag = S_INIT("8.3.20"),
     .workdir = S_INIT("/var/www/html"),
     .stop_signal = S_INIT("SIGWINCH")},
    {.name = S_INIT("php"),
     .entrypoint = LIST(common_docker_php_entrypoint),
     .cmd = LIST(php_cmd),
     .env = LIST(php_env),
     .except = LIST(common_fpm),
     .tag = S_INIT("8.3.0")},
    {.name = S_INIT("postgres"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(postgres_cmd),
     .env = LIST(postgres_env),
     .ports = LIST(postgres_ports),
     .tag = S_INIT("16"),
     .stop_signal = S_INIT("SIGINT")},
    {.name = S_INIT("python"),
     .cmd = LIST(python_cmd),
     .env = LIST(python_env),
     .except = LIST(python_except),
     .tag = S_INIT("3.12")},
    {.name = S_INIT("rabbitmq"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(rabbitmq_cmd),
     .env = LIST(rabbitmq_env),
     .ports = LIST(rabbitmq_ports),
     .volumes = LIST(rabbitmq_volumes),
     .tag = S_INIT("4.0.7")},
    {.name = S_INIT("redis"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(redis_cmd),
     .env = LIST(redis_env),
     .ports = LIST(redis_ports),
     .volumes = LIST(common_data),
     .except = LIST(common_windows),
     .tag = S_INIT("7.2.5"),
     .workdir = S_INIT("/data")},
    {.name = S_INIT("redmine"),
     .entrypoint = LIST(common_root_docker_entrypoint_sh),
     .cmd = LIST(redmine_cmd),
     .env = LIST(redmine_env),
     .ports = LIST(redmine_ports),
     .volumes = LIST(redmine_volumes),
     .except = LIST(redmine_except),
     .workdir = S_INIT("/usr/src/redmine")},
    {.name = S_INIT("registry"),
     .entrypoint = LIST(common_entrypoint_sh),
     .cmd = LIST(registry_cmd),
     .env = LIST(common_path),
     .ports = LIST(registry_ports),
     .volumes = LIST(registry_volumes),
     .except = LIST(registry_except)},
    {.name = S_INIT("rethinkdb"),
     .cmd = LIST(rethinkdb_cmd),
     .env = LIST(common_path),
     .ports = LIST(rethinkdb_ports),
     .volumes = LIST(common_data),
     .workdir = S_INIT("/data")},
    {.name = S_INIT("rockylinux"),
     .cmd = LIST(common_bin_bash),
     .env = LIST(common_path),
     .shell = KNOWN_SHELL_BASH},
    {.name = S_INIT("ruby"),
     .cmd = LIST(ruby_cmd),
     .env = LIST(ruby_env),
     .except = LIST(ruby_except),
     .tag = S_INIT("3.3.0")},
    {.name = S_INIT("sonarqube"),
     .entrypoint = LIST(sonarqube_entrypoint),
     .env = LIST(sonarqube_env),
     .ports = LIST(sonarqube_ports),
     .user = S_INIT("sonarqube"),
     .workdir = S_INIT("/opt/sonarqube"),
     .stop_signal = S_INIT("SIGINT")},
    {.name = S_INIT("ubuntu"),
     .cmd = LIST(common_bin_bash),
     .env = LIST(common_path),
     .shell = KNOWN_SHELL_DASH},
    {.name = S_INIT("varnish"),
     .entrypoint = LIST(varnish_entrypoint),
     .env = LIST(varnish_env),
     .ports = LIST(varnish_ports),
     .user = S_INIT("varnish"),
     .workdir = S_INIT("/etc/varnish")},
    {.name = S_INIT("wordpress"),
     .entrypoint = LIST(common_docker_entrypoint_sh),
     .cmd = LIST(common_apache2_foreground),
     .env = LIST(common_apache_env),
     .ports = LIST(common_80_tcp),
     .volumes = LIST(common_var_www_html),
     .except = LIST(wordpress_except),
     .workdir = S_INIT("/var/www/html"),
     .stop_signal = S_INIT("SIGWINCH")},
    {.name = S_INIT("zookeeper"),
     .entrypoint = LIST(common_root_docker_entrypoint_sh),
     .cmd = LIST(zookeeper_cmd),
     .env = LIST(common_path),
     .ports = LIST(zookeeper_ports),
     .volumes = LIST(zookeeper_volumes)},
};

const size_t known_table_len = sizeof known_table / sizeof *known_table;
