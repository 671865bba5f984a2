import itself from 'amd-module';
import { folderOf } from './app/folderOf.js';

declare let __webpack_public_path__: string;

// Pages are fetched from beside the module, wherever Grafana or its CDN serves it.
__webpack_public_path__ = folderOf(itself.uri) ?? __webpack_public_path__;
