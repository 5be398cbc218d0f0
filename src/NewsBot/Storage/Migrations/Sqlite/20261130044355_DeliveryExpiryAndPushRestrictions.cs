using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeliveryExpiryAndPushRestrictions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Lane_ChatId_Id",
                table: "Deliveries");

            migrationBuilder.AddColumn<long>(
                name: "Expires",
                table: "Deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 3155378975999999999L);

            migrationBuilder.CreateTable(
                name: "PushRestrictions",
                columns: table => new
                {
                    ChatId = table.Column<long>(type: "INTEGER", nullable: false),
                    ThreadId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    RetryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PushRestrictions", x => new { x.ChatId, x.ThreadId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Lane_ChatId_Id_Expires",
                table: "Deliveries",
                columns: new[] { "Lane", "ChatId", "Id", "Expires" },
                filter: "\"State\" = 0");

            // What earlier versions kept of what people typed: replies that quote it, and addresses that were looked up.
            migrationBuilder.Sql("""UPDATE "Deliveries" SET "Body" = NULL WHERE "FinishedAt" IS NOT NULL AND "Lane" = 0""");
            migrationBuilder.Sql("""UPDATE "Lookups" SET "Address" = '' WHERE "DoneAt" IS NOT NULL""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PushRestrictions");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Lane_ChatId_Id_Expires",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "Expires",
                table: "Deliveries");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Lane_ChatId_Id",
                table: "Deliveries",
                columns: new[] { "Lane", "ChatId", "Id" },
                filter: "\"State\" = 0");
        }
    }
}
