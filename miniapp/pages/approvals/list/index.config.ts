export default definePageConfig({ navigationBarTitleText: "全部审批" });
