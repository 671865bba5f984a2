import type { EditorProps } from './QueryEditor.js';
import { QueryEditor } from './QueryEditor.js';

/** Which lines become marks on a board's graphs. */
export const AnnotationEditor = (props: EditorProps) => <QueryEditor {...props} isLinesOnly />;
