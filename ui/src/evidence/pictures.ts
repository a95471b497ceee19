// Pictures from the desk: decoded there, upright and as small as they are shown. The bytes that came with a file never
// reach the window.
import { operations, type Id } from "../ground/operations";
import { bytesOf } from "./attach";

/** The longer edge of a small picture in a list; twice what is seen, for fine screens. */
export const SMALL_EDGE = 240;
/** The longer edge of a picture beside its words. */
export const MIDDLE_EDGE = 1200;
/** The longer edge of a picture that fills the window, and of one that is looked at closely. */
export const LARGE_EDGE = 2048;
export const CLOSE_EDGE = 4096;

/** An address for `src`, to be given back with `URL.revokeObjectURL`. */
export async function addressOf(evidence: Id, edge: number, reportCopy = false): Promise<string> {
  const { base64, media_type } = await operations.evidence.picture({ evidence, longest_edge_pixels: edge, ...(reportCopy && { report_copy: true }) });
  return URL.createObjectURL(new Blob([bytesOf(base64)], { type: media_type }));
}
