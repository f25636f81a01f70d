import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { obligationQuery } from '../obligations/api.ts';
import { Obligation } from '../obligations/obligation.tsx';

/** One obligation that I owe or oversee. */
export default function ObligationPage() {
  const { id = '' } = useParams();
  return <Obligation query={useQuery(obligationQuery(id))} />;
}
