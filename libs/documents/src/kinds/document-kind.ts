// The shape of a kind of paper: schema of its view, and what of the view the template and the file are given.
import type { z } from 'zod';

/** One kind of paper as the renderer needs it. */
export interface DocumentKind<View> {
  /** Version of the template in force for new papers; the folder is `templates/documents/<kind>/v<version>`. */
  readonly version: number;
  readonly schema: z.ZodType<View>;
  /** What the template reads: a plain object of printable text with each name the template uses. */
  readonly model: (view: View) => object;
  /** Creation time written into the file, in seconds since 1970 UTC; from the view alone, so that the same view gives the same bytes. */
  readonly timestamp: (view: View) => number;
}
