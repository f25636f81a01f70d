import type { DepartmentNode } from '@zhixing/people/contract';
import { formatNumber, useNarrow } from '@zhixing/platform/web';
import { Tree, type TreeDataNode } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './department-tree.module.css';

/** Pixels; on a phone the department chosen is in sight below. */
const HEIGHT = { wide: 560, narrow: 320 };
/** Up to this many departments everything is open at first. */
const SMALL = 60;

interface Branch extends TreeDataNode { key: string; node: DepartmentNode; children: Branch[] }

/** The departments as a tree that draws only what is in sight; a search keeps what matches and all above it. */
export function DepartmentsTree({ nodes, q, selected, onSelect, onMove }: {
  nodes: DepartmentNode[];
  q: string;
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
  /** Dragged below another one; without it nothing can be dragged. */
  onMove: ((id: string, parentId: string) => void) | undefined;
}) {
  const { t } = useTranslation('people');
  const narrow = useNarrow();
  const shown = useMemo(() => matching(nodes, q), [nodes, q]);
  const tree = useMemo(() => branches(shown), [shown]);
  const [opened, setOpened] = useState<readonly string[]>(() => nodes.filter((node) => nodes.length <= SMALL || !node.parentId).map((node) => node.id));
  const above = useMemo(() => (selected ? pathTo(nodes, selected) : []), [nodes, selected]);
  const expanded = q ? shown.map((node) => node.id) : [...new Set([...opened, ...above])];
  return (
    <Tree<Branch>
      aria-label={t('departments.tree')} blockNode virtual height={narrow ? HEIGHT.narrow : HEIGHT.wide} treeData={tree} selectedKeys={selected ? [selected] : []} expandedKeys={expanded}
      onExpand={(keys) => setOpened(keys as string[])} onSelect={(keys) => onSelect(keys[0] as string | undefined)}
      draggable={onMove ? { icon: false, nodeDraggable: (branch) => (branch as Branch).node.parentId !== null } : false}
      allowDrop={({ dropPosition }) => dropPosition === 0}
      onDrop={({ dragNode, node }) => dragNode.node.parentId !== node.key && onMove?.(dragNode.key, node.key)}
      titleRender={({ node }) => <span className={styles.node}><span lang="zh-CN">{node.name}</span><span className={styles.count}>{t('departments.people', { count: node.below, shown: formatNumber(node.below) })}</span></span>}
    />
  );
}

/** Those whose name or code holds the words, with all above them. */
function matching(nodes: DepartmentNode[], q: string): DepartmentNode[] {
  if (!q) return nodes;
  const words = q.toLowerCase();
  const kept = new Set(nodes.filter((node) => `${node.name} ${node.code}`.toLowerCase().includes(words)).flatMap((node) => [node.id, ...pathTo(nodes, node.id)]));
  return nodes.filter((node) => kept.has(node.id));
}

function pathTo(nodes: DepartmentNode[], id: string): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const path: string[] = [];
  for (let parent = byId.get(id)?.parentId; parent; parent = byId.get(parent)?.parentId) path.push(parent);
  return path;
}

function branches(nodes: DepartmentNode[]): Branch[] {
  const made = new Map(nodes.map((node): [string, Branch] => [node.id, { key: node.id, node, children: [] }]));
  const top: Branch[] = [];
  for (const branch of made.values()) (made.get(branch.node.parentId ?? '')?.children ?? top).push(branch);
  return top;
}
