import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';
import { classes } from './classes';

export type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends ComponentProps<'button'> {
  look?: Look;
  large?: boolean;
}

export function Button({
  look = 'secondary',
  large = false,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(styles.button, styles[look], large && styles.large, className)}
      {...rest}
    />
  );
}

interface IconButtonProps extends ButtonProps {
  /** What it does, for those who do not see the icon and as its hint. */
  label: string;
}

export function IconButton({ label, look = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <Button
      look={look}
      className={classes(styles.icon, className)}
      aria-label={label}
      title={label}
      {...rest}
    />
  );
}

interface ButtonLinkProps {
  href: string;
  look?: Look;
  large?: boolean;
  children: ReactNode;
}

/** A link to another page of the studio that looks like a button. */
export function ButtonLink({ href, look = 'secondary', large = false, children }: ButtonLinkProps) {
  return (
    <Link href={href} className={classes(styles.button, styles[look], large && styles.large)}>
      {children}
    </Link>
  );
}
