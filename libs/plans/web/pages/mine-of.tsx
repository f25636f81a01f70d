import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { mineOfQuery } from '../obligations/api.ts';
import { Obligation } from '../obligations/obligation.tsx';

/** What I owe because of one assignment: where its messages lead. */
export default function MineOfPage() {
  const { id = '' } = useParams();
  return <Obligation query={useQuery(mineOfQuery(id))} />;
}
