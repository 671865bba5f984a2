import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Dropdown, Menu } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';
import type { Subscription } from 'rxjs';
import { map } from 'rxjs';
import { errorText } from '../source/errorText.js';
import { useLogs } from '../state/useLogs.js';
import { rangeJson } from '../time/timeRange.js';
import type { Format } from './formatLine.js';
import { formatLine } from './formatLine.js';
import { MOST_DOWNLOADED, readAll } from './readAll.js';
import { save } from './save.js';

const lines = MOST_DOWNLOADED.toLocaleString();

function useDownload() {
  const { source, selection, range } = useLogs();
  const [done, setDone] = useState<number>();
  const [problem, setProblem] = useState('');
  const running = useRef<Subscription>();
  useEffect(() => () => running.current?.unsubscribe(), []);
  const stop = () => {
    running.current?.unsubscribe();
    setDone(undefined);
  };
  const start = (format: Format) => {
    const texts: string[] = [];
    const notices = new Set<string>();
    setProblem('');
    setDone(0);
    const pages = readAll(source, { selection, range: rangeJson(range) }).pipe(
      // In here, since what fails in a listener fails unheard.
      map((page) => ({ ...page, texts: page.lines.map((line) => formatLine(line, format)) })),
    );
    running.current = pages.subscribe({
      next: (page) => {
        for (const text of page.texts) texts.push(text);
        for (const notice of page.notices) notices.add(notice);
        setDone(texts.length);
      },
      error: (error: unknown) => {
        setProblem(errorText(error));
        setDone(undefined);
      },
      complete: () => {
        save(texts, `logs-${dateTimeFormat(Date.now(), { format: 'YYYYMMDD-HHmmss' })}.${format}`);
        setDone(undefined);
        if (texts.length >= MOST_DOWNLOADED)
          notices.add(t('logs.download.cut', 'Only the newest {{lines}} lines', { lines }));
        setProblem([...notices].join(' '));
      },
    });
  };
  return { done, problem, start, stop };
}

/** All lines of the range as a file, not only those on the page. */
export function DownloadButton() {
  const { done, problem, start, stop } = useDownload();
  if (done !== undefined)
    return (
      <Button size="sm" variant="secondary" icon="times" onClick={stop}>
        {t('logs.download.running', '{{lines}} lines so far; stop', {
          lines: done.toLocaleString(),
        })}
      </Button>
    );
  const menu = (
    <Menu>
      <Menu.Item
        label={t('logs.download.txt', 'Text, one line each')}
        onClick={() => start('txt')}
      />
      <Menu.Item
        label={t('logs.download.jsonl', 'JSON lines, with all fields')}
        onClick={() => start('jsonl')}
      />
    </Menu>
  );
  return (
    <>
      <Dropdown overlay={menu}>
        <Button size="sm" variant="secondary" fill="outline" icon="download-alt">
          {t('logs.download.title', 'Download')}
        </Button>
      </Dropdown>
      {problem !== '' && <span role="status">{problem}</span>}
    </>
  );
}
