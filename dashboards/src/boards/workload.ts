import type { Messages } from '../messages/messages.js';
import { tooLarge, tooMany } from '../panels/waste/rightSize.js';
import { unusedNumbers } from '../panels/waste/unused.js';
import { amounts } from '../panels/workload/amounts.js';
import { apps } from '../panels/workload/apps.js';
import { cost } from '../panels/workload/cost.js';
import { devices } from '../panels/workload/devices.js';
import { fault } from '../panels/workload/fault.js';
import { maxBy } from '../promql/expr.js';
import { OF_APPS, select } from '../promql/select.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import type { Prices } from '../spec/prices.js';
import { linksFrom } from './links.js';
import { variables } from './variables.js';

/** What the boards App and User have in common; they differ in which choice comes first. */
function workloadBoard(id: 'app' | 'user', messages: Messages, prices?: Prices): BoardSpec {
  const { workload, words } = messages;
  const { title, description } = messages[id];
  const { datasource, cluster, tenant, app, user } = variables(messages);
  const starts = maxBy(
    ['cluster', 'namespace', 'pod'],
    select('gpu_workload_start_time_seconds', OF_APPS),
  );
  return {
    id,
    title,
    description,
    audience: 'tenant',
    variables: [datasource, cluster, tenant, app, user],
    marks: [{ name: words.podStarted, expr: `1000 * ${starts}`, text: '{{pod}}' }],
    links: linksFrom(id, messages),
    sections: [
      { id: 'asked', title: workload.sections.asked, panels: amounts(messages) },
      ...(id === 'user'
        ? [{ id: 'apps', title: workload.sections.apps, panels: apps(messages) }]
        : []),
      { id: 'where', title: workload.sections.where, panels: devices(messages) },
      { id: 'fault', title: workload.sections.fault, panels: fault(messages) },
      {
        id: 'cost',
        title: workload.sections.cost,
        panels: cost(messages, id === 'app' ? 'user' : 'app', prices),
      },
      {
        id: 'giveBack',
        title: workload.sections.giveBack,
        panels: [
          unusedNumbers(messages, OF_APPS),
          tooMany(messages, OF_APPS),
          tooLarge(messages, OF_APPS),
        ],
      },
    ],
  };
}

/** Is this app getting what it asked for, and is it the GPU's fault? */
export const appBoard = (messages: Messages, prices?: Prices): BoardSpec =>
  workloadBoard('app', messages, prices);

/** What does this user hold, use and wait for? */
export const userBoard = (messages: Messages, prices?: Prices): BoardSpec =>
  workloadBoard('user', messages, prices);
