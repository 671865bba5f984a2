import { Stack, Text } from '@grafana/ui';
import type { ReactNode } from 'react';
import { useId } from 'react';

interface PartProps {
  readonly title: string;
  readonly description?: string;
  readonly children: ReactNode;
}

/** A part of the page under its heading. */
export function Part({ title, description, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Stack direction="column" gap={2}>
        <div>
          <Text element="h2" variant="h4">
            <span id={id}>{title}</span>
          </Text>
          {description !== undefined && (
            <Text element="p" color="secondary">
              {description}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </section>
  );
}
