import tseslint from "typescript-eslint";

/*
 * What oxlint (.oxlintrc.json) has no counterpart for: the purity of the domain. Everything else is oxlint's;
 * tests/server/run/lintRules.test.ts holds that nothing is lost of what typescript-eslint and react-hooks recommend.
 */
export default tseslint.config(
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parser: tseslint.parser },
    // Comments that switch off a rule speak to oxlint.
    linterOptions: { reportUnusedDisableDirectives: "off" },
    plugins: { "@typescript-eslint": tseslint.plugin },
  },
  {
    files: ["shared/domain/**/*.ts"],
    rules: {
      // Rules are pure: clock and randomness are handed in; money never meets a float.
      "no-restricted-globals": ["error", "process", "window", "document", "setTimeout", "fetch"],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "The clock is handed in." },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "The clock is handed in." },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: "Randomness is handed in.",
        },
        {
          selector: "CallExpression[callee.property.name='toFixed']",
          message: "Use moneyText; money is never a float.",
        },
        {
          selector: "CallExpression[callee.name='parseFloat']",
          message: "Parse with the exact numbers of pay/numbers/number.ts.",
        },
      ],
    },
  },
);
