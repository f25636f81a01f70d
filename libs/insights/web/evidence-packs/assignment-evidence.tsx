import { useMe } from '@zhixing/access/web';
import { EvidencePanel } from './evidence-panel.tsx';

/** On the page of an assignment, for those who may take its evidence out. */
export default function AssignmentEvidence({ assignmentId, cycle }: { assignmentId: string; cycle: string | undefined }) {
  return useMe().permissions.includes('evidence:make') ? <EvidencePanel assignmentId={assignmentId} cycle={cycle} /> : null;
}
