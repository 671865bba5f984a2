import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { luaValue, type LuaValue } from '@gpuscope/provisioning';
import { ensureLuaJit, mustRun, temporaryFolder } from '../../servers/index.js';

/** What the filter wrote into a record; absent where it wrote nothing. */
export interface Written {
  readonly code: number;
  readonly app?: string;
  readonly user?: string;
  readonly level?: string;
  /** Keys of the annotations that it left in. */
  readonly annotations: readonly string[];
}

/** Prints what came back, in hex, as texts may hold anything. */
const DRIVER = String.raw`
local function hex(text)
  return (text:gsub('.', function(c) return string.format('%02x', c:byte()) end))
end
local function shown(value) return value and 'x' .. hex(value) or '-' end
for number, record in ipairs(RECORDS) do
  local time = { sec = 1795219200, nsec = number }
  local code, after, answer = gpuscope('kube.synthetic', time, record)
  assert(after == time, 'the time was changed')
  local said = answer.gpuscope or {}
  local keys = {}
  for key in pairs((answer.kubernetes or {}).annotations or {}) do keys[#keys + 1] = hex(key) end
  print(code, shown(said.app), shown(said.user), shown(said.level), table.concat(keys, ','))
end
`;

const unhex = (text: string): string => Buffer.from(text, 'hex').toString('utf8');

function parseLine(line: string): Written {
  const [code = '', app = '-', user = '-', level = '-', keys = ''] = line.split('\t');
  const named = Object.entries({ app, user, level }).filter(([, value]) => value !== '-');
  return {
    code: Number(code),
    ...Object.fromEntries(named.map(([name, value]) => [name, unhex(value.slice(1))])),
    annotations: keys
      .split(',')
      .filter((key) => key !== '')
      .map(unhex)
      .sort(),
  };
}

/** Runs Fluent Bit's filter over records, as Fluent Bit would, in LuaJIT. */
export async function runFilter(
  filter: string,
  records: readonly LuaValue[],
): Promise<readonly Written[]> {
  const luajit = await ensureLuaJit();
  const folder = await temporaryFolder('gpuscope-lua');
  try {
    const file = join(folder.path, 'driver.lua');
    // A function may hold only so many constants, so each record is made by one of its own.
    const made = records.map((record) => `(function() return ${luaValue(record)} end)(),`);
    await writeFile(file, `${filter}\nlocal RECORDS = {\n${made.join('\n')}\n}\n${DRIVER}`);
    const printed = await mustRun(luajit, [file]);
    return printed
      .split('\n')
      .filter((line) => line !== '')
      .map(parseLine);
  } finally {
    await folder.remove();
  }
}
