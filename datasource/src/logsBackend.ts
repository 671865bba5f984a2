import type { TestDataSourceResponse } from '@grafana/data';
import { getDefaultTimeRange } from '@grafana/data';
import type { BackendSrvRequest } from '@grafana/runtime';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import type { AboutAnswer, ValuesAnswer, ValuesRequest } from '../shared/index.js';
import type { Health } from './health.js';
import { readHealth, testResult } from './health.js';
import { wholeSelection } from './query/upgradeQuery.js';
import { answerWords, failureWords } from './said/answerWords.js';
import type { LogsQuery, LogsSettings } from './types.js';
import type { NameFinder, NamesRequest } from './values/finder.js';
import { interpolateSelection } from './variables/interpolate.js';

type Options = Partial<BackendSrvRequest>;

const QUIETLY: Options = { showErrorAlert: false };

/** An answer, or why there is none, in the reader's words. */
async function inWords<T>(asked: Promise<T>): Promise<T> {
  try {
    return answerWords(await asked);
  } catch (error) {
    throw failureWords(error);
  }
}

/** What the backend knows beside the lines: names, fields, itself. */
export class LogsBackend
  extends DataSourceWithBackend<LogsQuery, LogsSettings>
  implements NameFinder
{
  override getResource<T>(path: string, params?: Options['params'], options?: Options): Promise<T> {
    return inWords(super.getResource<T>(path, params, options));
  }

  override postResource<T>(path: string, body?: Options['data'], options?: Options): Promise<T> {
    return inWords(super.postResource<T>(path, body, options));
  }

  findValues(name: string, request: NamesRequest): Promise<ValuesAnswer> {
    return this.ask('values', { ...request, name });
  }

  findFields(request: NamesRequest): Promise<ValuesAnswer> {
    return this.ask('fields', request);
  }

  about(): Promise<AboutAnswer> {
    return this.getResource<AboutAnswer>('about', undefined, QUIETLY);
  }

  async health(): Promise<Health> {
    return this.readHealth(await this.callHealthCheck());
  }

  /** What a health check answered, in the reader's language; the app asks for it. */
  readHealth(answer: unknown): Health {
    return readHealth(answer);
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    return testResult(await this.health());
  }

  private ask(path: 'values' | 'fields', request: NamesRequest & { readonly name?: string }) {
    const { range = getDefaultTimeRange(), selection = {}, ...rest } = request;
    const body: ValuesRequest = {
      ...rest,
      // A list helps to choose: what a variable without a value leaves empty doesn't narrow it.
      selection: interpolateSelection(wholeSelection(selection), getTemplateSrv()),
      range: { fromMs: range.from.valueOf(), toMs: range.to.valueOf() },
    };
    return this.postResource<ValuesAnswer>(path, body, QUIETLY);
  }
}
