export default definePageConfig({ navigationBarTitleText: "ui" });
