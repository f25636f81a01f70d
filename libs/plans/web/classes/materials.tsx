import UploadOutlined from '@ant-design/icons/UploadOutlined';
import type { ClassMaterial, ClassView } from '@zhixing/plans/contract';
import { formatDay, Panel, sentenceOf, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddMaterial, useRemoveMaterial } from './api.ts';
import styles from './classes.module.css';

/** Bytes in a megabyte, as people read it beside a file. */
const MB = 1_000_000;

/** Files of a class, each to be downloaded. */
export function MaterialList({ classId, materials, action }: { classId: string; materials: ClassMaterial[]; action?: (material: ClassMaterial) => ReactNode }) {
  return (
    <ul className={styles.list}>
      {materials.map((one) => (
        <li key={one.id} className={styles.row}>
          <span className={styles.words}><a href={`/api/v1/classes/${classId}/materials/${one.id}`} download lang="zh-CN">{one.name}</a> <span className={styles.small}>{(one.size / MB).toFixed(1)} <span lang="en">MB</span> · {formatDay(one.addedAt)}</span></span>
          {action?.(one)}
        </li>
      ))}
    </ul>
  );
}

/** The same for whoever runs the class, with ways to add and remove. */
export function Materials({ view }: { view: ClassView }) {
  const { t } = useTranslation('plans');
  const field = useRef<HTMLInputElement>(null);
  const add = useAddMaterial(view.id);
  const remove = useRemoveMaterial(view.id);
  const refused = { onError: (error: Error) => toast.error(sentenceOf(error)) };
  return (
    <Panel
      title={t('classes.section.materials')} flush
      extra={<><input ref={field} type="file" hidden aria-label={t('classes.addMaterial')} onChange={(event) => { const [file] = event.target.files ?? []; event.target.value = ''; if (file) add.mutate(file, { onSuccess: () => toast.success(t('classes.materialAdded')), ...refused }); }} /><Button icon={<UploadOutlined aria-hidden />} loading={add.isPending} onClick={() => field.current?.click()}>{t('classes.addMaterial')}</Button></>}
    >
      {view.materials.length === 0
        ? <p className={`${styles.inset} ${styles.small}`}>{t('classes.noMaterials')}</p>
        : <MaterialList classId={view.id} materials={view.materials} action={(one) => <Button type="text" onClick={() => remove.mutate(one.id, refused)}>{t('classes.remove')}<span className="zx-only-read" lang="zh-CN"> {one.name}</span></Button>} />}
    </Panel>
  );
}
