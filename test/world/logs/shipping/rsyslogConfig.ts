import { join } from 'node:path';

export interface RsyslogShipping {
  /** Folder with the containers' log files. */
  readonly containers: string;
  /** Folder for rsyslog's state and for what the store refused. */
  readonly folder: string;
  /** Where pods can be asked for. */
  readonly kubernetesUrl: string;
  readonly storeUrl: string;
  /** Index names are this and the day. */
  readonly indexPrefix: string;
}

/** A CRI line begins with a time of 30 characters, a stream of 6 and a tag of 1, each with a blank behind. */
const LINE_AT = 41;

const text = (value: string): string => `"${value.replaceAll(/["\\]/g, '\\$&')}"`;

/**
 * rsyslog as a shipper of container logs: reads their files, asks Kubernetes for the pods' labels, and writes records
 * as Fluent Bit would (`Replace_Dots On`, `Time_Key_Nanos On`).
 */
export function rsyslogConfig(shipping: RsyslogShipping): string {
  const { containers, folder, kubernetesUrl, storeUrl, indexPrefix } = shipping;
  const store = new URL(storeUrl);
  const rule = `rule=:${containers}/%pod_name:char-to:_%_%namespace_name:char-to:_%_%container_name_and_id:char-to:.%.log`;
  return `
global(workDirectory=${text(folder)} maxMessageSize="4m")
module(load="imfile")
module(load="mmkubernetes" kubernetesurl=${text(kubernetesUrl)} de_dot="on" de_dot_separator="_"
       annotation_match=["."]
       filenamerules=[${text(rule)}])
module(load="omelasticsearch")

template(name="index" type="list") {
  constant(value=${text(`${indexPrefix}-`)})
  property(name="msg" position.from="1" position.to="4")
  constant(value=".")
  property(name="msg" position.from="6" position.to="7")
  constant(value=".")
  property(name="msg" position.from="9" position.to="10")
}

template(name="record" type="list") {
  constant(value="{")
  property(outname="@timestamp" name="msg" position.from="1" position.to="30" format="jsonf")
  constant(value=",")
  property(outname="stream" name="msg" position.from="32" position.to="37" format="jsonf")
  constant(value=",")
  property(outname="log" name="msg" position.from="${String(LINE_AT)}" format="jsonf")
  constant(value=",\\"kubernetes\\":")
  property(name="$!kubernetes")
  constant(value="}")
}

ruleset(name="pods" queue.type="LinkedList" queue.size="200000" queue.dequeueBatchSize="2000") {
  action(type="mmkubernetes")
  set $!kubernetes!docker_id = $!docker!container_id;
  action(type="omelasticsearch" server=${text(store.hostname)} serverport=${text(store.port)}
         usehttps="off" template="record" dynSearchIndex="on" searchIndex="index" searchType=""
         bulkmode="on" errorfile=${text(join(folder, 'refused.json'))}
         action.resumeRetryCount="-1" action.resumeInterval="1")
}

input(type="imfile" file=${text(join(containers, '*.log'))} tag="containers" addMetadata="on"
      ruleset="pods")
`;
}
