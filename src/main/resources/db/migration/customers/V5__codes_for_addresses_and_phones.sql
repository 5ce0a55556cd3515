ALTER TABLE customers.code DROP CONSTRAINT code_purpose_check;
ALTER TABLE customers.code ADD CONSTRAINT code_purpose_check
  CHECK (purpose IN ('SIGN_IN', 'SIGN_UP', 'PASSWORD', 'ADDRESS', 'PHONE'));

-- When its owner typed the code that was sent there; only then does a telephone number let anybody in.
ALTER TABLE customers.identifier ADD COLUMN confirmed_at timestamptz;
