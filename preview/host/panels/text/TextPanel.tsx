import { renderTextPanelMarkdown, textUtil, type PanelProps } from '@grafana/data';
import { ScrollContainer } from '@grafana/ui';

export interface Options {
  readonly mode: 'markdown' | 'html' | 'code';
  readonly content: string;
}

/** A text; whatever it could do to the page is taken out. */
export function TextPanel({ options: { mode, content }, replaceVariables }: PanelProps<Options>) {
  const filled = replaceVariables(content, {}, mode === 'code' ? 'json' : 'html');
  if (mode === 'code') {
    return (
      <ScrollContainer>
        <pre>{filled}</pre>
      </ScrollContainer>
    );
  }
  const html =
    mode === 'html' ? textUtil.sanitizeTextPanelContent(filled) : renderTextPanelMarkdown(filled);
  return (
    <ScrollContainer>
      <div className="markdown-html" dangerouslySetInnerHTML={{ __html: html }} />
    </ScrollContainer>
  );
}
