import type { VariableName } from './link.js';

interface VariableBase {
  readonly name: VariableName;
  readonly title: string;
}

/** A choice at the top of a board. */
export type VariableSpec =
  | (VariableBase & { readonly kind: 'datasource' })
  | (VariableBase & {
      readonly kind: 'labelValues';
      /** A series selector; it may use the variables before it. */
      readonly selector: string;
      readonly label: string;
      /** Chosen when the board is opened without a choice. */
      readonly start: 'all' | 'first';
    })
  | (VariableBase & {
      readonly kind: 'choice';
      readonly options: readonly { readonly text: string; readonly value: string }[];
    });
