export default definePageConfig({ navigationBarTitleText: "大家报告的问题" });
