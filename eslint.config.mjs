import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: ["dist/", ".swc/", ".data/", ".data-large/", ".engine/", "**/*.cjs", "jest.config.js", "babel.config.js"],
  },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      // An async handler without await is what the framework's signature asks for.
      "@typescript-eslint/require-await": "off",
    },
  },
  { files: ["miniapp/**/*.tsx", "miniapp/**/*.ts"], ...hooks.configs.flat["recommended-latest"] },
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
          message: "Parse with the exact numbers of pay/number.ts.",
        },
      ],
    },
  },
  { files: ["**/*.mjs"], extends: [tseslint.configs.disableTypeChecked] },
);
