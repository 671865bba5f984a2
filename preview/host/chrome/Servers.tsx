import { Dropdown, Menu, ToolbarButton } from '@grafana/ui';
import type { Words } from '../words/words.js';

interface ServersProps {
  readonly words: Words;
  readonly links: Readonly<Record<string, string>>;
}

/** `exporters 2` is the second of that kind. */
function nameOf({ serverNames }: Words, name: string): string {
  const [kind = name, ...rest] = name.split(' ');
  return [serverNames[kind] ?? kind, ...rest].join(' ');
}

/** The real servers behind the preview. */
export function Servers({ words, links }: ServersProps) {
  const entries = Object.entries(links);
  if (entries.length === 0) return null;
  const menu = (
    <Menu>
      {entries.map(([name, url]) => (
        <Menu.Item
          key={name}
          label={nameOf(words, name)}
          url={url}
          target="_blank"
          icon="external-link-alt"
        />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-end">
      <ToolbarButton
        variant="canvas"
        icon="database"
        aria-label={words.servers}
        tooltip={words.servers}
      />
    </Dropdown>
  );
}
