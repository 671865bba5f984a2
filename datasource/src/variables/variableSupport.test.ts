import type { DataQueryRequest } from '@grafana/data';
import { dateTime } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { listAnswer } from '../testing/editor.js';
import { grafanaWith } from '../testing/grafana.js';
import { templatesOf } from '../testing/templates.js';
import type { LogsVariableQuery } from '../types.js';
import { VariableEditor } from './VariableEditor.js';

const from = dateTime(1_000_000);
const to = dateTime(2_000_000);
const request = (targets: LogsVariableQuery[], scopedVars = {}) =>
  ({
    targets,
    scopedVars,
    range: { from, to, raw: { from, to } },
  }) as DataQueryRequest<LogsVariableQuery>;

describe('the values of a variable', () => {
  const answers = listAnswer('values', [
    ['web-1', 9],
    ['web-2', 3],
  ]);

  it("are those of the board's time, the most frequent first", async () => {
    const { datasource, calls } = grafanaWith({ answers });
    const { data } = await lastValueFrom(
      datasource.variables.query(request([{ refId: 'v', name: 'pod' }])),
    );
    expect(data).toEqual([{ text: 'web-1' }, { text: 'web-2' }]);
    expect(calls[0]?.body).toEqual({
      name: 'pod',
      selection: {},
      top: 1000,
      range: { fromMs: 1_000_000, toMs: 2_000_000 },
    });
  });

  it('are within those of another variable, also of a repeated row', async () => {
    const { datasource, calls } = grafanaWith({ answers, templates: templatesOf({ app: 'web' }) });
    const query = { refId: 'v', name: 'pod', apps: ['$app'] };
    await lastValueFrom(datasource.variables.query(request([query])));
    const scoped = { app: { text: 'api', value: ['api', 'db'] } };
    await lastValueFrom(datasource.variables.query(request([query], scoped)));
    expect(calls.map(({ body }) => (body as { selection: object }).selection)).toEqual([
      { apps: ['web'] },
      { apps: ['api', 'db'] },
    ]);
  });

  it('are all there are where the other one stands for everything', async () => {
    const { datasource, calls } = grafanaWith({ answers, templates: templatesOf({ app: '*' }) });
    const query = { refId: 'v', name: 'pod', apps: ['$app'] };
    await lastValueFrom(datasource.variables.query(request([query])));
    expect(calls[0]?.body).toMatchObject({ selection: {} });
  });

  it('are none where nothing is asked, and fail where the backend fails', async () => {
    const idle = grafanaWith();
    expect(await lastValueFrom(idle.datasource.variables.query(request([])))).toEqual({ data: [] });
    expect(idle.calls).toEqual([]);
    const failing = grafanaWith({ answers: { 'resources/values': new Error('down') } });
    const asked = failing.datasource.variables.query(request([{ refId: 'v', name: 'pod' }]));
    await expect(lastValueFrom(asked)).rejects.toMatchObject({ data: { message: 'down' } });
  });

  it('are written with an editor of their own', () => {
    expect(grafanaWith().datasource.variables.editor).toBe(VariableEditor);
  });
});
