import { folderOf } from './app/folderOf.js';
import { uri } from './itself.js';

declare let __webpack_public_path__: string;

// Pages are fetched from beside the module, wherever Grafana or its CDN serves it.
__webpack_public_path__ = folderOf(uri) ?? __webpack_public_path__;
