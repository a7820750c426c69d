import { LABEL_COUNT } from './labels.js';

/** A trained tagger: what each feature says for and against each label, and which label follows which. */
export interface TaggerModel {
  /** Adds the feature's weights to `scores[at, at + LABEL_COUNT)`; unknown features add nothing. */
  readonly add: (feature: number, scores: Float32Array, at: number) => void;
  /** Weight of `label` behind `previous` at `previous * LABEL_COUNT + label`. */
  readonly transitions: Float32Array;
}

/** „FTG" and the version of the layout and the features: a model of other features would tag nonsense. */
const MAGIC = 0x46544701;
const HEADER = 12;

/** A model as numbers, before it is written. */
export interface ModelWeights {
  readonly transitions: Float32Array;
  /** Weights by feature, `LABEL_COUNT` each. */
  readonly features: ReadonlyMap<number, Float32Array>;
}

/**
 * The bytes of a model file: header (magic, number of features, scale), transitions as floats, then for each feature its number and one
 * signed byte a label. Features ascend, so that equal models are equal files.
 */
export function writeModel({ transitions, features }: ModelWeights): Uint8Array {
  const largest = [...features.values()].reduce((most, row) => row.reduce((a, b) => Math.max(a, Math.abs(b)), most), 0);
  const scale = largest === 0 ? 1 : largest / 127;
  const rows = [...features].sort(([a], [b]) => a - b);
  const bytes = new Uint8Array(HEADER + transitions.length * 4 + rows.length * (4 + LABEL_COUNT));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, rows.length);
  view.setFloat32(8, scale);
  transitions.forEach((weight, i) => {
    view.setFloat32(HEADER + i * 4, weight);
  });
  const keysAt = HEADER + transitions.length * 4;
  const weightsAt = keysAt + rows.length * 4;
  rows.forEach(([feature, row], i) => {
    view.setUint32(keysAt + i * 4, feature);
    row.forEach((weight, label) => {
      view.setInt8(weightsAt + i * LABEL_COUNT + label, Math.round(weight / scale));
    });
  });
  return bytes;
}

/** Reads a model file; undefined when the bytes are no model of this version. */
export function parseModel(bytes: Uint8Array): TaggerModel | undefined {
  const transitionsSize = LABEL_COUNT * LABEL_COUNT;
  const keysAt = HEADER + transitionsSize * 4;
  if (bytes.length < keysAt) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4);
  if (view.getUint32(0) !== MAGIC || bytes.length !== keysAt + count * (4 + LABEL_COUNT)) return undefined;
  const transitions = Float32Array.from({ length: transitionsSize }, (_, i) => view.getFloat32(HEADER + i * 4));
  const keys = Uint32Array.from({ length: count }, (_, i) => view.getUint32(keysAt + i * 4));
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + keysAt + count * 4, count * LABEL_COUNT);
  return { transitions, add: createAdder(keys, weights, view.getFloat32(8)) };
}

/** Looks features up by open addressing: half of the places stay empty. */
function createAdder(keys: Uint32Array, weights: Int8Array, scale: number): TaggerModel['add'] {
  let size = 1024;
  while (size < keys.length * 2) size *= 2;
  const mask = size - 1;
  // Row + 1 of the feature at each place; 0: nobody.
  const places = new Int32Array(size);
  keys.forEach((key, row) => {
    let place = key & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = row + 1;
  });
  return (feature, scores, at) => {
    let place = feature & mask;
    for (let row = places[place] ?? 0; row !== 0; row = places[place] ?? 0) {
      if (keys[row - 1] === feature) {
        const first = (row - 1) * LABEL_COUNT;
        for (let label = 0; label < LABEL_COUNT; label++)
          scores[at + label] = (scores[at + label] ?? 0) + (weights[first + label] ?? 0) * scale;
        return;
      }
      place = (place + 1) & mask;
    }
  };
}
