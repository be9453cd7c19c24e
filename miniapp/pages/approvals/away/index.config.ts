export default definePageConfig({ navigationBarTitleText: "不在时谁审批" });
