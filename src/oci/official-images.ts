/**
 * Docker Official Images (github.com/docker-library/official-images, library/): the only images that are named by one word. Any
 * other single word is nearly always a tag, from a step whose output has no image name.
 */
const NAMES = `
adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash bonita buildpack-deps
busybox caddy cassandra centos chronograf clearlinux clefos clickhouse clojure composer convertigo couchbase couchdb crate dart debian
docker drupal eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx erlang fedora flink fluentd friendica gazebo gcc
geonetwork ghost golang gradle groovy haproxy haskell haxe hello-world hitch httpd hylang ibm-semeru-runtimes ibmjava influxdb irssi
jetty joomla jruby julia kapacitor kibana kong krakend leap liquibase logstash lightstreamer mageia mariadb matomo maven mediawiki
memcached mongo mongo-express monica mysql nats nats-streaming neo4j neurodebian nextcloud nginx node odoo open-liberty openjdk
opensuse oraclelinux orientdb percona perl photon php php-zendserver phpmyadmin plone postfixadmin postgres pypy python r-base rabbitmq
rakudo-star redis redmine registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa scratch silverpeas sl solr
sonarqube spark spiped storm swift swipl teamspeak telegraf thrift tomcat tomee traefik ubuntu unit varnish vault websphere-liberty
wordpress xwiki yourls znc zookeeper
`;

const OFFICIAL: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));

/** Whether `name` is that of a Docker Official Image. */
export function isOfficialImage(name: string): boolean {
  return OFFICIAL.has(name);
}
