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

            migrationBuilder.CreateTable(
                name: "RemovedSubscriptions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SubscriberId = table.Column<long>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    PausedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PausedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    PushesPerHour = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemovedSubscriptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RemovedSubscriptions_Subscribers_SubscriberId",
                        column: x => x.SubscriberId,
                        principalTable: "Subscribers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Lane_ChatId_Id_Expires",
                table: "Deliveries",
                columns: new[] { "Lane", "ChatId", "Id", "Expires" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_RemovedSubscriptions_SubscriberId",
                table: "RemovedSubscriptions",
                column: "SubscriberId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PushRestrictions");

            migrationBuilder.DropTable(
                name: "RemovedSubscriptions");

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
