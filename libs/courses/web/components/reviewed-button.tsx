import CheckOutlined from '@ant-design/icons/CheckOutlined';
import { formatDay, text, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMarkReviewed } from '../reviews/api.ts';

/** Says that the content of a course is as it should be today. Needs the texts of `courses`. */
export function ReviewedButton({ course, onDone, disabled = false }: { course: { id: string; title: string }; onDone?: () => void; disabled?: boolean }) {
  const { t } = useTranslation('courses');
  const mark = useMarkReviewed(course.id);
  const tell = ({ dueOn }: { dueOn: string }) => {
    toast.success(text('courses:review.marked', { day: formatDay(dueOn) }));
    onDone?.();
  };
  return (
    <Button icon={<CheckOutlined aria-hidden />} loading={mark.isPending} disabled={disabled} onClick={() => mark.mutate(undefined, { onSuccess: tell })}>
      {t('review.mark')}<span className="zx-only-read" lang="zh-CN"> {course.title}</span>
    </Button>
  );
}
