import { fluentBit } from './fluentBit.js';
import type { ShapeTable } from './shapeTable.js';

/** KubeSphere 3 and 4: known by their indices' names; the fields that their filter drops may have been put back. */
export const kubesphere: ShapeTable = {
  ...fluentBit,
  name: 'kubesphere',
  index: /(?:^|[:.-])ks-(?:logstash-log|whizard-logging)/u,
  roles: { ...fluentBit.roles, time: ['@timestamp'] },
  fineTime: 'time',
};
