import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  isSpooled,
  membersOf,
  openPlace,
  packedChunks,
  packingOf,
  unpack,
  withDefaults
} from "./chunk-OLEF4D7Q.js";
import {
  EvidenceError
} from "./chunk-OTXOMCGJ.js";

// dist/src/read/spans.js
import { stat } from "node:fs/promises";
async function readSpans(file, spans, signal) {
  if (spans.length === 0)
    return [];
  const limits = withDefaults(signal === void 0 ? {} : { signal });
  const origin = await findOrigin(file);
  const place = await openPlace(origin.path);
  try {
    return await isPlain(origin, place) ? await readPlain(file, place, spans) : await readPacked(origin, place, spans, limits);
  } finally {
    await place.close();
  }
}
async function findOrigin(file) {
  if (isSpooled(file) || await isFile(file))
    return { file, path: file };
  for (let at = file.lastIndexOf("!"); at > 0; at = file.lastIndexOf("!", at - 1)) {
    const path = file.slice(0, at);
    if (!isSpooled(path) && !await isFile(path))
      continue;
    const name = file.slice(at + 1);
    const member = (await membersOf(path)).find((candidate) => candidate.name === name);
    if (member !== void 0)
      return { file, path, member };
  }
  throw new EvidenceError(`${file}: is no longer there; expected the file to stay while it is read`);
}
async function isPlain(origin, place) {
  if (origin.member !== void 0)
    return false;
  const head = Buffer.alloc(Math.min(512, place.size));
  await place.read(head, 0);
  return packingOf(head) === void 0;
}
async function readPlain(file, place, spans) {
  const found = [];
  for (const { offset, length } of spans) {
    const bytes = Buffer.alloc(length);
    if (await place.read(bytes, offset) < length)
      throw changed(file);
    found.push(bytes);
  }
  return found;
}
async function readPacked(origin, place, spans, limits) {
  const found = spans.map(({ length }) => ({ bytes: Buffer.alloc(length), filled: 0 }));
  const end = Math.max(...spans.map(({ offset, length }) => offset + length));
  const damage = {};
  const { chunks } = await unpack(await packedChunks(origin, place, limits, damage, () => void 0), limits, damage);
  let position = 0;
  for await (const chunk of chunks) {
    for (const [index, { offset, length }] of spans.entries()) {
      const from = Math.max(offset, position);
      const to = Math.min(offset + length, position + chunk.length);
      const target = found[index];
      if (from >= to || target === void 0)
        continue;
      target.filled += chunk.copy(target.bytes, from - offset, from - position, to - position);
    }
    position += chunk.length;
    if (position >= end)
      break;
  }
  if (found.some(({ bytes, filled }) => filled < bytes.length))
    throw changed(origin.file);
  return found.map(({ bytes }) => bytes);
}
async function isFile(path) {
  return stat(path).then((stats) => stats.isFile(), () => false);
}
function changed(file) {
  return new EvidenceError(`${file}: is shorter than when it was first read; expected the file to stay as it is while it is read`);
}

export {
  readSpans
};
