using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SourcesStoriesAndSending : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Wordings_StoryId_TopicId",
                table: "Wordings");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_FinishedAt",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Lane_Id",
                table: "Deliveries");

            migrationBuilder.AddColumn<int>(
                name: "Development",
                table: "Wordings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "PushesPerHour",
                table: "Subscriptions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "UnreachableSince",
                table: "Subscribers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Checks",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "FailingSince",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ImportId",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastCheckAt",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastNewsAt",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "QuietDays",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "QuietHours",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ToldTrouble",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<TimeSpan>(
                name: "TypicalGap",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UnchangedChecks",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "CopyOfId",
                table: "Articles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Development",
                table: "Articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "DeliveryCounts",
                columns: table => new
                {
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Lane = table.Column<int>(type: "INTEGER", nullable: false),
                    CarriedId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryCounts", x => new { x.Day, x.Lane, x.CarriedId, x.State });
                });

            migrationBuilder.CreateTable(
                name: "HostPauses",
                columns: table => new
                {
                    Host = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HostPauses", x => x.Host);
                });

            migrationBuilder.CreateTable(
                name: "Lookups",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    ChatId = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdateId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsByAdmin = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lookups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SourceImports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChatId = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdateId = table.Column<long>(type: "INTEGER", nullable: false),
                    FileId = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Parts = table.Column<int>(type: "INTEGER", nullable: false),
                    ProgressPart = table.Column<int>(type: "INTEGER", nullable: false),
                    ToldLooked = table.Column<int>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StoryEdits",
                columns: table => new
                {
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<long>(type: "INTEGER", nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Cursor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryEdits", x => x.StoryId);
                });

            migrationBuilder.CreateTable(
                name: "FoundFeeds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LookupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FoundFeeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FoundFeeds_Lookups_LookupId",
                        column: x => x.LookupId,
                        principalTable: "Lookups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Wordings_StoryId_TopicId_Development",
                table: "Wordings",
                columns: new[] { "StoryId", "TopicId", "Development" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_TopicId",
                table: "Subscriptions",
                column: "TopicId",
                filter: "\"PushesPerHour\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Sources_ImportId",
                table: "Sources",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_FinishedAt",
                table: "Deliveries",
                column: "FinishedAt",
                filter: "\"FinishedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Lane_ChatId_Id",
                table: "Deliveries",
                columns: new[] { "Lane", "ChatId", "Id" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryCounts_CarriedId",
                table: "DeliveryCounts",
                column: "CarriedId",
                filter: "\"Lane\" = 3");

            migrationBuilder.CreateIndex(
                name: "IX_FoundFeeds_LookupId",
                table: "FoundFeeds",
                column: "LookupId");

            migrationBuilder.CreateIndex(
                name: "IX_Lookups_ChatId",
                table: "Lookups",
                column: "ChatId");

            migrationBuilder.CreateIndex(
                name: "IX_Lookups_DoneAt",
                table: "Lookups",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_SourceImports_DoneAt",
                table: "SourceImports",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_StoryEdits_Due",
                table: "StoryEdits",
                column: "Due");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeliveryCounts");

            migrationBuilder.DropTable(
                name: "FoundFeeds");

            migrationBuilder.DropTable(
                name: "HostPauses");

            migrationBuilder.DropTable(
                name: "SourceImports");

            migrationBuilder.DropTable(
                name: "StoryEdits");

            migrationBuilder.DropTable(
                name: "Lookups");

            migrationBuilder.DropIndex(
                name: "IX_Wordings_StoryId_TopicId_Development",
                table: "Wordings");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_TopicId",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Sources_ImportId",
                table: "Sources");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_FinishedAt",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Lane_ChatId_Id",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "Development",
                table: "Wordings");

            migrationBuilder.DropColumn(
                name: "PushesPerHour",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "UnreachableSince",
                table: "Subscribers");

            migrationBuilder.DropColumn(
                name: "Checks",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "FailingSince",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "LastCheckAt",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "LastNewsAt",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "QuietDays",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "QuietHours",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "ToldTrouble",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "TypicalGap",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "UnchangedChecks",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "CopyOfId",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "Development",
                table: "Articles");

            migrationBuilder.CreateIndex(
                name: "IX_Wordings_StoryId_TopicId",
                table: "Wordings",
                columns: new[] { "StoryId", "TopicId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_FinishedAt",
                table: "Deliveries",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Lane_Id",
                table: "Deliveries",
                columns: new[] { "Lane", "Id" },
                filter: "\"State\" = 0");
        }
    }
}
