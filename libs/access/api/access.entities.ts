import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person's local login. `login` is stored in lower case; the hash is argon2id in PHC form. */
@Entity({ schema: 'access', name: 'credential' })
@Index('credential_login', ['login'], { unique: true })
export class Credential {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credential_pkey' }) personId: string;
  @Column('text') login: string;
  @Column('text') passwordHash: string;
  @Column('timestamptz') changedAt: Date;
}

/** One sign-in on one device. The cookie holds the token, the table only its keyed hash. */
@Entity({ schema: 'access', name: 'login' })
@Index('login_token', ['tokenHash'], { unique: true })
@Index('login_person', ['personId'])
export class Login {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'login_pkey' }) id: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('uuid') personId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') seenAt: Date;
  @Column('text') address: string;
  @Column('text') device: string;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** When it gave a code; without one it is half a login while its person has a second factor. */
  @Column('timestamptz', { nullable: true }) secondFactorAt: Date | null;
}

/** Failed tries by the login that was typed, known or not, so that an answer never tells whether an account exists. */
@Entity({ schema: 'access', name: 'login_failure' })
export class LoginFailure {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'login_failure_pkey' }) login: string;
  @Column('int') failures: number;
  @Column('timestamptz') lastAt: Date;
  @Column('timestamptz', { nullable: true }) lockedUntil: Date | null;
}

/** A password a person had before, where the policy forbids to come back to it. */
@Entity({ schema: 'access', name: 'former_password' })
export class FormerPassword {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'former_password_pkey' }) personId: string;
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'former_password_pkey' }) changedAt: Date;
  @Column('text') passwordHash: string;
}

/** A link with which a person sets their first or a new password: random, once, until it expires. The table holds the keyed hash of its token. */
@Entity({ schema: 'access', name: 'activation' })
@Index('activation_person', ['personId'])
export class Activation {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'activation_pkey' }) tokenHash: Buffer;
  @Column('uuid') personId: string;
  @Column('text') login: string;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}

/** A person's authenticator app. The key is encrypted (`Crypto`); `lastStep` is the newest 30-second step a code was taken of; recovery codes are argon2id in PHC form under one salt. */
@Entity({ schema: 'access', name: 'second_factor' })
export class SecondFactor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'second_factor_pkey' }) personId: string;
  @Column('text') secret: string;
  @Column('timestamptz') confirmedAt: Date;
  @Column('int') lastStep: number;
  @Column('bytea') recoverySalt: Buffer;
  @Column('text', { array: true }) recoveryHashes: string[];
}

/** A key that was shown and waits for its first code. */
@Entity({ schema: 'access', name: 'second_factor_enrolment' })
export class SecondFactorEnrolment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'second_factor_enrolment_pkey' }) personId: string;
  @Column('text') secret: string;
  @Column('timestamptz') begunAt: Date;
}

export const accessEntities = [Credential, Login, LoginFailure, FormerPassword, Activation, SecondFactor, SecondFactorEnrolment];
