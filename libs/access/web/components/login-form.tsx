import EyeInvisibleOutlined from '@ant-design/icons/EyeInvisibleOutlined';
import EyeOutlined from '@ant-design/icons/EyeOutlined';
import { LoginRequest } from '@zhixing/access/contract';
import { holdEnterWhileComposing } from '@zhixing/platform/web';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './login-form.module.css';

/** On a phone a focused field would cover half of the page with its keyboard. */
const withMouse = window.matchMedia('(pointer: fine)').matches;

/** Login and password; says what is missing next to the field. */
export function LoginForm({ busy, onSubmit }: { busy: boolean; onSubmit: (request: LoginRequest) => void }) {
  const { t } = useTranslation('access');
  const [shown, setShown] = useState(false);
  const present = (field: 'login' | 'password', sentence: string) => ({
    required: true,
    validator: (_: unknown, value: unknown) => (LoginRequest.shape[field].safeParse(value).success ? Promise.resolve() : Promise.reject(new Error(sentence))),
  });
  return (
    <Form<LoginRequest> layout="vertical" requiredMark={false} validateTrigger="onSubmit" scrollToFirstError={{ focus: true }} onKeyDownCapture={holdEnterWhileComposing} onFinish={(values) => onSubmit(LoginRequest.parse(values))}>
      <Form.Item name="login" label={t('signIn.login')} rules={[present('login', t('signIn.loginMissing'))]}>
        <Input size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} placeholder={t('signIn.loginPlaceholder')} autoFocus={withMouse} />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={[present('password', t('signIn.passwordMissing'))]}>
        <Input
          size="large" type={shown ? 'text' : 'password'} autoComplete="current-password" spellCheck={false}
          suffix={(
            <button type="button" className={styles.eye} aria-label={shown ? t('signIn.hidePassword') : t('signIn.showPassword')} aria-pressed={shown} onClick={() => setShown(!shown)}>
              {shown ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />}
            </button>
          )}
        />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>{t('signIn.submit')}</Button>
    </Form>
  );
}
