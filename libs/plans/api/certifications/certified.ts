import { first, type Reader } from '@zhixing/platform/api';
import { CERTIFIED } from './cycles.queries.ts';

/** A cycle of an own certification, for which a certificate is issued. */
export interface CertifiedCycle {
  id: string;
  certification_id: string;
  person_id: string;
  title: string;
  department: string;
  earned_at: Date;
  /** The last day it holds; null = for good. */
  valid_until: string | null;
}

/** Nothing for certificates of other bodies. */
export const certifiedCycle = (reader: Reader, id: string): Promise<CertifiedCycle | undefined> => first<CertifiedCycle>(reader, CERTIFIED, [id]);
