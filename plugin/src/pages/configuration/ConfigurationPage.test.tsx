import { fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { tableFrame } from '../../panels/testing/frames.js';
import { SettingsProvider } from '../../settings/settingsContext.js';
import { ConfigurationPage } from './ConfigurationPage.js';
import { unguarded } from './others/OthersPart.js';
import type { Given } from './testing/grafana.js';
import { LOGS, PROMETHEUS, setGrafana } from './testing/grafana.js';

const PODS = tableFrame('', [
  [{ namespace: 'cv', pod: 'trainer-0', tenant: 'vision', app: 'trainer', user: 'li.lei' }, 1],
]);

const SECOND = { uid: 'second', type: 'prometheus', name: 'Second' };

const open = (given: Given = {}) => {
  const calls = setGrafana({
    sources: [PROMETHEUS, SECOND, LOGS],
    prometheus: (expr) => (expr.startsWith('topk') ? PODS : 3),
    ...given,
  });
  render(
    <SettingsProvider settings={{}}>
      <ConfigurationPage />
    </SettingsProvider>,
  );
  return { ...calls, user: userEvent.setup() };
};

const region = (name: string) => within(screen.getByRole('region', { name }));

describe('the page Configuration', () => {
  it('saves which sources the pages ask', async () => {
    const { user, posted } = open();
    await user.click(screen.getByRole('combobox', { name: /^Metrics/ }));
    await user.click(await screen.findByRole('option', { name: /Second/ }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Saved/)).toBeInstanceOf(HTMLElement);
    expect(posted).toMatchObject([{ enabled: true, jsonData: { metricsUid: 'second' } }]);
  });

  it('saves what a GPU-hour costs, on each model that there is and on the others', async () => {
    const { posted } = open({
      prometheus: (expr) =>
        expr.includes('by (model)') ? tableFrame('', [[{ model: 'H100' }, 1]]) : PODS,
    });
    const write = (label: string, text: string) =>
      fireEvent.change(screen.getByLabelText(label, { exact: false }), { target: { value: text } });
    await screen.findByLabelText('H100');
    write('Currency', '€');
    write('A GPU-hour', '1.5');
    write('H100', 'dear');
    expect(screen.getByText(/A number from 0 on/)).toBeInstanceOf(HTMLElement);
    write('H100', '4');
    fireEvent.click(screen.getByRole('button', { name: 'Save prices' }));
    expect(await screen.findByText(/Saved/)).toBeInstanceOf(HTMLElement);
    expect(posted).toMatchObject([
      { jsonData: { prices: { currency: '€', perGpuHour: 1.5, models: { H100: 4 } } } },
    ]);
  });

  it('tests what is chosen before it is saved', async () => {
    const { user } = open();
    expect(region('What is connected').getByText('Prometheus')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('combobox', { name: /^Metrics/ }));
    await user.click(await screen.findByRole('option', { name: /Second/ }));
    expect(region('What is connected').getByText('Second')).toBeInstanceOf(HTMLElement);
  });

  it('says what is missing, and the line to add', async () => {
    const { user } = open({
      prometheus: (expr) => (expr.includes('kube_node_status_allocatable') ? undefined : 5),
    });
    await user.click(screen.getByRole('button', { name: 'Test: Prometheus' }));
    expect(await screen.findByText('kube-state-metrics is not there')).toBeInstanceOf(HTMLElement);
    expect(
      screen.getByText('helm install kube-state-metrics prometheus-community/kube-state-metrics'),
    ).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('img', { name: 'missing' })).toBeInstanceOf(HTMLElement);
  });

  it('says how to come by events and traces where there are none', () => {
    open();
    expect(screen.getByText(/No events/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/Add a Tempo or Jaeger/)).toBeInstanceOf(HTMLElement);
  });

  it('shows live pods with their names, and the way to find out why', async () => {
    const { user } = open();
    expect(await screen.findByRole('cell', { name: 'vision' })).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('columnheader', { name: 'Cluster' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Why? trainer-0' }));
    expect(
      screen.getByText('kubectl get namespace/cv pod/trainer-0 --namespace cv -o yaml'),
    ).toBeInstanceOf(HTMLElement);
  });

  it('tells which rule gave a pasted pod its names', async () => {
    const { user } = open();
    await user.click(screen.getByRole('textbox', { name: /^A pod/ }));
    await user.paste('app: trainer\n');
    expect(screen.getByText('rule 4: pod.label "app"')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('textbox', { name: /^The site's rules/ }));
    await user.paste('identity:\n  app:\n    - { from: pod.name }\n');
    expect(screen.queryByText('rule 4: pod.label "app"')).toBeNull();
  });

  it('says of a pasted text with aliases that lead nowhere what is wrong, and goes on', async () => {
    const { user } = open();
    await user.click(screen.getByRole('textbox', { name: /^A pod/ }));
    await user.paste('app: *nobody\n');
    expect(screen.getByText(/nobody/, { selector: '[role=alert], [role=alert] *' })).toBeInstanceOf(
      HTMLElement,
    );
    expect(region('Prices').getByText('Currency')).toBeInstanceOf(HTMLElement);
  });

  it('says of a source whose test fails what Grafana said', async () => {
    const { user } = open({
      answers: {
        'GET /api/datasources/uid/logs/health': { status: 502, data: { message: 'no route' } },
      },
      prometheus: () => new Error('timed out'),
    });
    await user.click(screen.getByRole('button', { name: 'Test: App logs' }));
    expect(await screen.findByText('no route')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Test: Prometheus' }));
    expect(await screen.findByText('This Prometheus does not answer: timed out')).toBeInstanceOf(
      HTMLElement,
    );
    expect(screen.getAllByRole('img', { name: 'needed' }).length).toBeGreaterThan(1);
  });

  it('says so where Grafana does not keep what is saved', async () => {
    const { user } = open({
      answers: {
        'POST /api/plugins/gpuscope-app/settings': { status: 403, data: { message: 'Not yours' } },
      },
    });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Not yours')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/^Saved/)).toBeNull();
  });

  it('shows by which rules the log source names apps', async () => {
    open({
      answers: {
        'GET /api/datasources/uid/logs/resources/about': {
          data: { appRules: ['pod.label "team/app"'] },
        },
      },
    });
    expect(await screen.findByText(/this site's own rules/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('pod.label "team/app"')).toBeInstanceOf(HTMLElement);
  });

  it.each([null, 'text', { appRules: 'all' }, { appRules: [7, null] }, { appRules: {} }])(
    'goes on where the log source says nonsense of its rules: %j',
    async (data) => {
      open({ answers: { 'GET /api/datasources/uid/logs/resources/about': { data } } });
      expect(await screen.findByRole('cell', { name: 'vision' })).toBeInstanceOf(HTMLElement);
      expect(screen.queryByText(/Apps are named by/)).toBeNull();
    },
  );

  it('tells pods of one name apart by their cluster, where there are several', async () => {
    const pod = (cluster: string) => ({ cluster, namespace: 'cv', pod: 'trainer-0' });
    const pods = tableFrame('', [
      [pod('west'), 1],
      [pod('east'), 1],
    ]);
    open({ prometheus: (expr) => (expr.startsWith('topk') ? pods : 2) });
    await screen.findByRole('columnheader', { name: 'Cluster' });
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent ?? '');
    expect(rows.filter((row) => row.includes('trainer-0'))).toEqual([
      expect.stringContaining('east'),
      expect.stringContaining('west'),
    ]);
  });

  it('names every source that shows all tenants', () => {
    open();
    const part = region('Who sees what');
    expect(part.getByText(/show all tenants to whoever can query them/)).toBeInstanceOf(
      HTMLElement,
    );
    expect(part.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Prometheus (prometheus)',
      'Second (prometheus)',
    ]);
  });

  it('says so where there is no source at all', () => {
    open({ sources: [] });
    expect(screen.getByText('There is no Prometheus in this organisation')).toBeInstanceOf(
      HTMLElement,
    );
    expect(screen.getByText('There is no log source')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/There is no other data source/)).toBeInstanceOf(HTMLElement);
  });
});

describe('sources that ask nobody', () => {
  it("are all but our log source and Grafana's own", () => {
    const builtIn = { uid: '-', type: 'grafana', name: '-- Grafana --', meta: { builtIn: true } };
    expect(unguarded([PROMETHEUS, LOGS, builtIn])).toEqual([PROMETHEUS]);
  });
});
