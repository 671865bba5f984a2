import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { stageConfig } from '../testing/config.js';
import { readSettings } from '../../shared/settingsSchema.js';

const field = (name: string | RegExp) => screen.getByRole('textbox', { name });
/** All at once: each letter typed would draw the whole page anew. */
async function write(user: UserEvent, into: HTMLElement, text: string): Promise<void> {
  await user.click(into);
  await user.paste(text);
}
const choose = (name: string) => screen.getByRole('radio', { name });

describe('the address of the store', () => {
  it('and the index are what a first set-up needs', async () => {
    const { user, saved } = stageConfig();
    await write(user, field('Address 1'), 'https://logs-0:9200');
    await write(user, field(/^Index/), 'logstash-*');
    expect(saved().jsonData).toEqual({ nodes: ['https://logs-0:9200'], index: 'logstash-*' });
    expect(readSettings(saved().jsonData)).toHaveProperty('value');
  });

  it('stands in jsonData and never in url, where every user could reach it', async () => {
    const { user, saved } = stageConfig({}, { url: 'https://logs-0:9200' });
    await write(user, field(/^Index/), 'a');
    expect(saved().url).toBe('');
  });

  it('may have others beside it, which can be taken away', async () => {
    const { user, saved } = stageConfig({ nodes: ['https://a:9200'] });
    await user.click(screen.getByRole('button', { name: 'Add an address' }));
    await write(user, field('Address 2'), 'https://b:9200');
    expect(saved().jsonData.nodes).toEqual(['https://a:9200', 'https://b:9200']);
    await user.click(screen.getAllByRole('button', { name: 'Remove this address' })[0]!);
    expect(saved().jsonData.nodes).toEqual(['https://b:9200']);
  });

  it('keeps its row while it is written anew', async () => {
    const { user, saved } = stageConfig({ nodes: ['https://a:9200', 'https://b:9200'] });
    await user.clear(field('Address 1'));
    expect(saved().jsonData.nodes).toEqual(['https://b:9200']);
    await write(user, field('Address 1'), 'https://c:9200');
    expect(saved().jsonData.nodes).toEqual(['https://c:9200', 'https://b:9200']);
  });

  it('says what is wrong with it', async () => {
    const { user } = stageConfig();
    await write(user, field('Address 1'), 'logs-0:9200');
    expect(screen.getByText(/begins with https/)).toBeInstanceOf(HTMLElement);
    await user.clear(field('Address 1'));
    await write(user, field('Address 1'), 'https://me:pw@logs-0:9200');
    expect(screen.getByText(/here everybody could read them/)).toBeInstanceOf(HTMLElement);
  });
});

describe('the login', () => {
  it('asks for nothing where there is none', () => {
    stageConfig();
    expect(screen.queryByLabelText('Password')).toBeNull();
    expect((choose('None') as HTMLInputElement).checked).toBe(true);
  });

  it('keeps a password where only the backend reads it', async () => {
    const { user, saved } = stageConfig();
    await user.click(choose('User and password'));
    await write(user, field('User'), 'reader');
    await write(user, screen.getByLabelText('Password'), 's3cret');
    expect(saved().jsonData).toEqual({ auth: 'basic', user: 'reader' });
    expect(saved().secureJsonData).toEqual({ password: 's3cret' });
  });

  it('does not show a key that is saved, and forgets it on wish', async () => {
    const { user, saved } = stageConfig(
      { auth: 'apiKey' },
      { secureJsonFields: { apiKey: true, password: true } },
    );
    expect(screen.getByDisplayValue<HTMLInputElement>('configured').disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: /reset/i }));
    expect(saved().secureJsonFields).toEqual({ apiKey: false, password: true });
    expect(saved().secureJsonData).toEqual({ apiKey: '' });
  });

  it("takes the certificate of an authority of one's own", async () => {
    const { user, saved } = stageConfig();
    await write(user, field(/Certificate/), '-----BEGIN');
    expect(saved().jsonData.caCertificate).toBe('-----BEGIN');
    await user.clear(field(/Certificate/));
    expect(saved().jsonData).toEqual({});
  });
});

describe('the records', () => {
  it('are recognised unless somebody knows better', async () => {
    const { user, saved } = stageConfig({ shape: 'ecs' });
    await user.click(screen.getByRole('combobox', { name: 'Shape of the records' }));
    const shapes = await screen.findAllByRole('option');
    expect(shapes.map(({ textContent }) => textContent?.slice(0, 8))).toContain('journald');
    await user.click(shapes[0]!);
    expect(saved().jsonData).toEqual({});
  });

  it('name their cluster, or are all of one', async () => {
    const { user, saved } = stageConfig({ cluster: 'main' });
    expect((field('Name of the cluster') as HTMLInputElement).value).toBe('main');
    await user.click(choose('A field tells'));
    await write(user, field(/^Field that holds/), 'k8s.cluster');
    expect(saved().jsonData).toEqual({ clusterField: 'k8s.cluster' });
    await user.click(choose('One cluster'));
    expect(saved().jsonData).toEqual({});
  });

  it('are of a product that can be named', async () => {
    const { user, saved } = stageConfig();
    await user.click(choose('OpenSearch'));
    expect(saved().jsonData).toEqual({ product: 'opensearch' });
    await user.click(screen.getAllByRole('radio', { name: 'Find out' })[0]!);
    expect(saved().jsonData).toEqual({});
  });
});

describe('limits', () => {
  const range = () => screen.getByRole('spinbutton', { name: /Longest time range/ });

  it('are written when their field is left, and leave with it', async () => {
    const { user, saved } = stageConfig({ limits: { lines: 100 } });
    await write(user, range(), '48');
    await user.tab();
    expect(saved().jsonData.limits).toEqual({ lines: 100, rangeHours: 48 });
    await user.clear(range());
    await user.clear(screen.getByRole('spinbutton', { name: /Most lines/ }));
    await user.tab();
    expect(saved().jsonData).toEqual({});
  });

  it('that the backend would not take are not written', async () => {
    const { user, saved } = stageConfig();
    await write(user, range(), '0');
    await user.tab();
    expect(screen.getByText('A whole number from 1 to 87,840')).toBeInstanceOf(HTMLElement);
    expect(saved().jsonData).toEqual({});
  });
});

describe('settings on the server', () => {
  it('leave only the trace links to this page', async () => {
    const { user, saved } = stageConfig({ index: 'a' });
    await user.click(choose("In the server's gpuscope.yaml"));
    expect(saved().jsonData).toMatchObject({ setUp: 'file' });
    expect(screen.queryByRole('textbox', { name: /^Index/ })).toBeNull();
    expect(screen.getByText(/read from gpuscope.yaml/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('button', { name: 'Add a link' })).toBeInstanceOf(HTMLElement);
  });
});

describe('a data source that a file provisions', () => {
  it('can be read, not changed', () => {
    stageConfig({ nodes: ['https://a:9200', 'https://b:9200'] }, { readOnly: true });
    const fields = [...screen.getAllByRole('textbox'), ...screen.getAllByRole('radio')];
    for (const one of fields) expect((one as HTMLInputElement).disabled).toBe(true);
    for (const one of screen.getAllByRole('button')) {
      expect([one.textContent, (one as HTMLButtonElement).disabled]).toEqual([
        one.textContent,
        true,
      ]);
    }
  });
});

describe('trace links', () => {
  it('lead from a field to a tracing data source, and to no other', async () => {
    const { user, saved } = stageConfig();
    await user.click(screen.getByRole('button', { name: 'Add a link' }));
    await write(user, field('Field or label'), 'trace_id');
    await user.click(screen.getByRole('combobox', { name: /data source/ }));
    expect(screen.queryByText('Prometheus', { selector: '[role=option] *' })).toBeNull();
    await user.click(await screen.findByText('Tempo'));
    await write(user, field('Name of the link'), 'Trace');
    const link = { field: 'trace_id', datasourceUid: 'tempo', title: 'Trace' };
    expect(saved().jsonData.traceLinks).toEqual([link]);
    await user.click(screen.getByRole('button', { name: 'Remove this link' }));
    expect(saved().jsonData).toEqual({});
  });
});

describe('several trace links', () => {
  const links = [
    { field: 'trace_id', datasourceUid: 'tempo', title: 'Trace' },
    { field: 'traceparent', datasourceUid: 'tempo' },
  ];

  it('are changed and removed one by one', async () => {
    const { user, saved } = stageConfig({ traceLinks: links });
    const titles = screen.getAllByRole('textbox', { name: 'Name of the link' });
    await write(user, titles[1]!, 'Parent');
    expect(saved().jsonData.traceLinks).toEqual([links[0], { ...links[1], title: 'Parent' }]);
    await user.click(screen.getAllByRole('button', { name: 'Remove this link' })[0]!);
    expect(saved().jsonData.traceLinks).toEqual([{ ...links[1], title: 'Parent' }]);
  });
});
